package org.matterledger.launcher.home;

import org.jspecify.annotations.Nullable;

/**
 * Something that whoever runs the ledger can put right: a home in use, a taken port, a full disk. The program prints the
 * message as one line and ends with exit code 1, without a stack trace.
 */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String line) {
        super(line);
    }

    public CannotRun(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
