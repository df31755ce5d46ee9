package org.matterledger.launcher.architecture.planted.launcher;

import java.util.logging.Logger;

/** Breaks: one way of logging. */
class OwnLogging {
    private final Logger log = Logger.getLogger("own");

    void say() {
        log.info("said");
    }
}
