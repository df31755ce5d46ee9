package org.matterledger.launcher.web;

/** A body larger than its path takes: 413. */
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    BodyTooLarge(int limit) {
        super("The body is larger than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
