package org.matterledger.launcher.store;

/** The request as such can't be taken; no rule of the firm was asked and nothing was recorded. */
public sealed class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RefusedRequest(String message) {
        super(message, null, false, false);
    }

    /** The key or reference was used before with another request: 422. */
    public static final class KeyReused extends RefusedRequest {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("This key or source reference was used before with a different request; its first answer stands.");
        }
    }

    /** The first request under this key is still being decided: 409. */
    public static final class InFlight extends RefusedRequest {
        private static final long serialVersionUID = 1L;

        InFlight() {
            super("A request with this key or source reference is still under way; ask again.");
        }
    }

    /** The stream has moved on since the caller looked: 412. */
    public static final class StaleVersion extends RefusedRequest {
        private static final long serialVersionUID = 1L;

        private final long version;

        StaleVersion(long expected, long version) {
            super("You looked at version " + expected + "; the present version is " + version + ".");
            this.version = version;
        }

        /** The sequence of the stream's last event. */
        public long version() {
            return version;
        }
    }

    /** Nothing is recorded under the id: 404. */
    public static final class Unknown extends RefusedRequest {
        private static final long serialVersionUID = 1L;

        Unknown(String stream) {
            super("Nothing is recorded under " + stream + ".");
        }
    }
}
