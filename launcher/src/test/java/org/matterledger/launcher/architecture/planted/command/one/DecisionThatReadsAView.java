package org.matterledger.launcher.architecture.planted.command.one;

/** Breaks: the command side reads no table of the query side. */
class DecisionThatReadsAView {
    String open(String condition) {
        return "select matter_id from query.matter where " + condition;
    }
}
