package org.matterledger.launcher.architecture.planted.command.two;

import org.matterledger.launcher.architecture.planted.command.one.FeatureThatIsPublic;

/** Breaks: features of the command side meet only in events. */
class FeatureThatKnowsAnother {
    Class<?> other() {
        return FeatureThatIsPublic.class;
    }
}
