package org.matterledger.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/**
 * Who sends a command, and what came with the request.
 *
 * @param actor {@code staff:<id>}, {@code integration:<name>} or {@code ledger}
 * @param staff the staff member who acts, or in whose name is acted; none for an integration that reports facts
 * @param roles what the actor may do
 * @param key the caller's idempotency key with its scope, already hashed; none where a source says the same
 * @param fingerprint keyed hash of the request
 * @param expectedVersion the sequence that the caller believes to be the last ({@code If-Match})
 * @param origin {@code live} or {@code import}
 * @param time the ledger's time of the request; none means the clock's
 */
public record Caller(
        String actor,
        @Nullable StaffId staff,
        Set<StaffRole> roles,
        @Nullable String key,
        String fingerprint,
        @Nullable Long expectedVersion,
        String origin,
        @Nullable Instant time) {

    /** Whether an integration speaks for itself. */
    public boolean integration() {
        return actor.startsWith("integration:");
    }

    /** A reference to a thing by the caller's own number, and the scope within which it is unique. */
    public record Reference(String scope, Source source) {}

    /** No references. */
    public static final List<Reference> NONE = List.of();
}
