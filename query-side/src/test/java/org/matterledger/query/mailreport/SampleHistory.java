package org.matterledger.query.mailreport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Histories.Owed;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Lag;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;

/** A made-up matter, duty by duty; times are local to Warsaw, and each working day has eight hours. */
final class SampleHistory {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final ConfidentialText TEXT = new ConfidentialText("client-1", "key-1", "AA==");

    private final MatterId matter;
    private final List<Owed> owed = new ArrayList<>();

    SampleHistory(String name) {
        matter = new MatterId("matter-" + name);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    /** A message that was answered after so much working time, on a working day so many later. */
    SampleHistory answered(String since, String business, int workingDays, boolean late) {
        var start = at(since);
        var took = Duration.parse(business);
        var end = start.plus(took).plus(Duration.ofDays(workingDays));
        return with(new Owed(
                ObligationKind.REPLY,
                start,
                late ? end.minusSeconds(1) : end,
                late,
                late ? DutyResult.KEPT_LATE : DutyResult.KEPT,
                end,
                new Lag(took, Duration.between(start, end)),
                workingDays,
                null));
    }

    SampleHistory duty(ObligationKind kind, String since, DutyResult result, boolean missed) {
        var start = at(since);
        return with(new Owed(
                kind,
                start,
                start.plus(Duration.ofDays(1)),
                missed,
                result,
                result == DutyResult.OPEN ? null : start.plus(Duration.ofHours(5)),
                new Lag(Duration.ofHours(5), Duration.ofHours(5)),
                0,
                null));
    }

    /** A silence; without an end it had not ended. */
    SampleHistory silent(String from, @Nullable String to, boolean beyond, @Nullable String asked) {
        var start = at(from);
        var end = to == null ? null : at(to);
        var result = end == null ? DutyResult.OPEN : beyond ? DutyResult.KEPT_LATE : DutyResult.KEPT;
        return with(new Owed(
                ObligationKind.KEEP_INFORMED,
                start,
                start.plus(Duration.ofDays(14)),
                beyond,
                result,
                end,
                new Lag(Duration.ZERO, Duration.ZERO),
                7,
                asked == null ? null : at(asked)));
    }

    private SampleHistory with(Owed duty) {
        owed.add(duty);
        return this;
    }

    History told() {
        return new History(matter, TEXT, TEXT, WARSAW, 14, owed);
    }
}
