package org.matterledger.launcher.mail;

import java.io.IOException;

/** There is no mail to be read at this path; the message is one line for who named the path. */
public final class CannotRead extends IOException {

    private static final long serialVersionUID = 1L;

    CannotRead(String message) {
        super(message);
    }
}
