package org.matterledger.launcher.architecture.planted.query.two;

import org.matterledger.launcher.architecture.planted.command.CommandPort;
import org.matterledger.launcher.architecture.planted.query.one.ViewThatIsPublic;

/** Breaks: views stand apart, and know no command. */
class ViewThatKnowsAnother {
    Class<?> other() {
        return ViewThatIsPublic.class;
    }

    Class<?> port() {
        return CommandPort.class;
    }
}
