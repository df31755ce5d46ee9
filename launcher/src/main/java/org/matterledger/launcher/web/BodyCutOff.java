package org.matterledger.launcher.web;

import java.io.IOException;

/** The body ended before its announced end, or was framed wrongly: 400, where anybody still listens. */
final class BodyCutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyCutOff(IOException cause) {
        super("The body could not be read to its end", cause, false, false);
    }
}
