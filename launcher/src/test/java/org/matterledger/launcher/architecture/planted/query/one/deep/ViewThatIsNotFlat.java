package org.matterledger.launcher.architecture.planted.query.one.deep;

/** Breaks: a view is one flat package. */
class ViewThatIsNotFlat {}
