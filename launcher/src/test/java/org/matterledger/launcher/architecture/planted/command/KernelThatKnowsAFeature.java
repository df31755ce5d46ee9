package org.matterledger.launcher.architecture.planted.command;

import org.matterledger.launcher.architecture.planted.command.one.FeatureThatIsPublic;

/** Breaks: what all features speak knows none of them. */
class KernelThatKnowsAFeature {
    private final Class<?> feature = FeatureThatIsPublic.class;

    Class<?> feature() {
        return feature;
    }
}
