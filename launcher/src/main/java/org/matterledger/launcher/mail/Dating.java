package org.matterledger.launcher.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when a letter was written. Its own date holds unless that can't be: no server received a letter before it was
 * written, hardly one a month later, and none before there was mail. An mbox's From line never overrules it: some
 * programs write the same one everywhere.
 *
 * @param zone by which the writer's clock went
 * @param received by the first server that says so
 */
record Dating(
        Instant at,
        DateBasis basis,
        @Nullable ZoneOffset zone,
        @Nullable Instant received,
        List<String> remarks) {

    private static final Instant FIRST_MAIL = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks of two machines differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(15);

    private static final Duration LONGEST_WAY = Duration.ofDays(30);

    /** A date in another zone, and a clock that is fast. */
    private static final Duration ZONES_APART = Duration.ofHours(27);

    static Dating of(@Nullable String dateHeader, List<String> received, @Nullable Instant envelope, Instant now) {
        var latest = now.plus(ZONES_APART);
        var hops = received.stream()
                .map(hop -> MailDate.of(hop.substring(hop.lastIndexOf(';') + 1)))
                .flatMap(Optional::stream)
                .map(MailDate::instant)
                .filter(hop -> possible(hop, latest))
                .toList();
        var delivered = envelope != null && possible(envelope, latest) ? envelope : null;
        var written = MailDate.of(dateHeader);
        var zone = written.map(MailDate::zone).orElse(null);
        var first = hops.isEmpty() ? null : hops.getLast();
        var fault = fault(dateHeader, written.orElse(null), hops, latest);
        if (fault == null) {
            return new Dating(written.orElseThrow().instant(), DateBasis.DATE_HEADER, zone, first, List.of());
        }
        var remarks = new ArrayList<>(List.of(fault));
        if (first != null) {
            remarks.add("it is dated by the first server that received it");
            return new Dating(first, DateBasis.RECEIVED, zone, first, remarks);
        }
        if (delivered != null) {
            remarks.add("it is dated by the mailbox's note of its delivery");
            return new Dating(delivered, DateBasis.ENVELOPE, zone, null, remarks);
        }
        if (written.isPresent() && possible(written.get().instant(), latest)) {
            remarks.add("its date is taken as UTC");
            return new Dating(written.get().instant(), DateBasis.NEIGHBOUR, null, null, remarks);
        }
        return new Dating(Instant.EPOCH, DateBasis.NONE, null, null, remarks);
    }

    /** Where nothing says anything, but when it was found. */
    Dating found(Instant when) {
        var said = new ArrayList<>(remarks);
        said.add("it is dated by when it was found");
        return new Dating(when, DateBasis.ENVELOPE, zone, received, said);
    }

    /** What is wrong with the letter's own date; null where it holds. */
    private static @Nullable String fault(
            @Nullable String header, @Nullable MailDate written, List<Instant> hops, Instant latest) {
        if (header == null) {
            return "it has no date";
        }
        if (written == null) {
            return "its date can't be read";
        }
        if (!possible(written.instant(), latest)) {
            return "its date can't be: year " + written.local().getYear();
        }
        if (written.zone() == null) {
            return "its date names no zone";
        }
        var at = written.instant();
        if (!hops.isEmpty() && hops.stream().noneMatch(hop -> follows(hop, at))) {
            return at.isAfter(Objects.requireNonNull(hops.getLast()))
                    ? "its date is later than its receipt"
                    : "its date is more than a month before its receipt";
        }
        return null;
    }

    private static boolean follows(Instant hop, Instant written) {
        return !hop.plus(SKEW).isBefore(written) && hop.isBefore(written.plus(LONGEST_WAY));
    }

    private static boolean possible(Instant at, Instant latest) {
        return at.isAfter(FIRST_MAIL) && at.isBefore(latest);
    }
}
