package org.matterledger.launcher.architecture.planted.command.one;

import org.matterledger.launcher.architecture.planted.command.StreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks: a decision logs, reads streams, and is no pure function. */
class ImpureDecision {
    private static final Logger LOG = LoggerFactory.getLogger(ImpureDecision.class);

    boolean decide(StreamReader reader) {
        LOG.info("decided {}", reader);
        return true;
    }
}
