package org.matterledger.launcher.architecture.planted.command.one.deep;

/** Breaks: a feature is one flat package. */
class FeatureThatIsNotFlat {}
