package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.Set;
import org.matterledger.command.Caller;

/** The import as a caller: an integration that reports facts in the time of which they tell. */
final class Callers {

    static final String ACTOR = "integration:import";

    private Callers() {}

    /** @param at the time that is told of; where a stream lives, the clock's holds instead */
    static Caller at(Instant at) {
        return at(at, "");
    }

    static Caller at(Instant at, String fingerprint) {
        return at(ACTOR, at, fingerprint);
    }

    /** The same for a person who says by hand where a letter belongs. */
    static Caller at(String actor, Instant at, String fingerprint) {
        return new Caller(actor, null, Set.of(), null, fingerprint, null, "import", at);
    }

    /** For what the firm knows from now on: hours, and handing matters to the clock. */
    static Caller now() {
        return new Caller(ACTOR, null, Set.of(), null, "", null, "live", null);
    }
}
