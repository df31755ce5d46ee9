package org.matterledger.command;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * An id for what the request creates, derived from the request: whoever repeats it meets the same stream, and seals
     * text with the same person's key.
     *
     * @param kind {@code matter}, {@code person} and so on: the id's prefix
     */
    public String derivedId(String kind) {
        return kind + "-" + Digests.of(kind + ":" + (key == null ? fingerprint : key));
    }

    /**
     * The staff member who acts.
     *
     * @throws NotAllowed when an integration speaks for nobody
     */
    public StaffId staffMember() {
        if (staff == null) {
            throw new NotAllowed("Only a staff member, or an integration on behalf of one, may do this.");
        }
        return staff;
    }

    /**
     * Goes on for an integration and for whoever has one of the roles.
     *
     * @throws NotAllowed for everybody else
     */
    public Caller integrationOr(StaffRole... anyOf) {
        if (!integration() && Stream.of(anyOf).noneMatch(roles::contains)) {
            throw new NotAllowed("This needs one of the roles " + List.of(anyOf) + " or an integration's token.");
        }
        return this;
    }

    /**
     * Goes on for whoever has one of the roles: what a person has to answer for is not an integration's.
     *
     * @throws NotAllowed for everybody else
     */
    public Caller needing(StaffRole... anyOf) {
        if (Stream.of(anyOf).noneMatch(roles::contains)) {
            throw new NotAllowed("This needs one of the roles " + List.of(anyOf) + ".");
        }
        return this;
    }

    /**
     * Goes on for a staff member whom it concerns, for an integration and for whoever has one of the roles.
     *
     * @throws NotAllowed for everybody else
     */
    public Caller memberOr(StaffId concerned, StaffRole... anyOf) {
        return concerned.equals(staff) ? this : integrationOr(anyOf);
    }

    /** Whether an integration speaks for itself. */
    public boolean integration() {
        return actor.startsWith("integration:");
    }

    /** A reference to a thing by the caller's own number, and the scope within which it is unique. */
    public record Reference(String scope, Source source) {}

    /** The caller's own number for a thing, as a reference in its scope; none where the caller gave no number. */
    public static List<Reference> reference(String scope, @Nullable Source source) {
        return source == null ? NONE : List.of(new Reference(scope, source));
    }

    /** No references. */
    public static final List<Reference> NONE = List.of();
}
