package org.matterledger.launcher.architecture.planted.command.one;

/** Breaks: no name says helper. */
class HelpfulHelper {}
