package org.matterledger.launcher.architecture.planted.launcher;

/** Breaks: only the command line program speaks to the console. */
class TalksToTheConsole {
    void say() {
        System.out.println("said");
    }
}
