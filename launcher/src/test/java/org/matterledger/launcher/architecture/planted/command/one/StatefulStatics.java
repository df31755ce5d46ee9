package org.matterledger.launcher.architecture.planted.command.one;

/** Breaks: nothing static changes. */
class StatefulStatics {
    static int count;
}
