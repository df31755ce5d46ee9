package org.matterledger.launcher.architecture.planted.command;

import org.matterledger.launcher.architecture.planted.query.one.ViewThatIsPublic;

/** Breaks: the command side knows no view. */
class CommandSideThatKnowsTheQuerySide {
    Class<?> view() {
        return ViewThatIsPublic.class;
    }
}
