package org.matterledger.launcher.architecture.planted.query.two;

/** Breaks: the query side reads no table of the command side. */
class ViewThatReadsAWorkList {
    String due() {
        return "select matter_id from command.due_matter where next_at < now()";
    }
}
