package org.matterledger.launcher.store;

/** The store can't take or answer the command now; nothing says that it was recorded. Repeat it with the same key. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String message) {
        super(message);
    }

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
