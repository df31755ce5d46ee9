package org.matterledger.launcher.architecture.planted.query.one;

/** Breaks: nothing of a view is public. */
public class ViewThatIsPublic {}
