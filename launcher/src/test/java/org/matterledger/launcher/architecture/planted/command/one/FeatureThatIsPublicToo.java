package org.matterledger.launcher.architecture.planted.command.one;

/** Breaks: a feature shows the launcher one port at most. */
public class FeatureThatIsPublicToo {}
