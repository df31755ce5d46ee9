package org.matterledger.query.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.Duties;
import org.matterledger.query.Duty;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Names;
import org.matterledger.query.Present;
import org.matterledger.query.Times;
import org.matterledger.query.WhyOwed;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.springframework.stereotype.Component;

/** What is owed in a matter and until when, beside its timeline. */
@Component
class Rail {

    private final Duties duties;
    private final Calendars calendars;
    private final Present present;

    Rail(Duties duties, Calendars calendars, Present present) {
        this.duties = duties;
        this.calendars = calendars;
        this.present = present;
    }

    /** One duty on the rail. */
    record Line(
            String obligation,
            String state,
            String toDo,
            String holder,
            String due,
            String dueExactly,
            String distance,
            String why,
            String reckoned,
            String basis,
            @Nullable String firstDue,
            boolean missed,
            List<DutyWords.Act> acts) {}

    List<Line> of(MatterId matter, Names names) {
        var now = present.now();
        return duties.openIn(matter).stream()
                .map(duty -> line(duty, names, now))
                .toList();
    }

    /** The present time, as a form for an instant takes it. */
    String now(Names names) {
        return present.now()
                .atZone(names.zone())
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private Line line(Duty duty, Names names, Instant now) {
        var hours = calendars.of(duty.reckoned());
        var why = new WhyOwed(names, hours, now);
        var times = new Times(hours.zone());
        var unmissed = pastWithoutVerdict(duty, now);
        return new Line(
                duty.id().value(),
                unmissed ? "unknown" : duty.state(now).name().toLowerCase(Locale.ROOT),
                DutyWords.toDo(duty.kind()),
                names.of(duty.holder().value()),
                times.moment(duty.due()),
                duty.due().toString(),
                unmissed ? "missed only if what was promised is missed" : why.distance(duty),
                why.why(duty),
                why.reckoned(duty),
                duty.basis().value(),
                duty.firstDue().equals(duty.due()) ? null : times.moment(duty.firstDue()),
                duty.breachedAt() != null && duty.reassessed() == null,
                DutyWords.acts(duty.kind()));
    }

    /** A notice of delay whose time has passed is missed only with its promise (semantics 4.9, 5). */
    private static boolean pastWithoutVerdict(Duty duty, Instant now) {
        return duty.kind() == ObligationKind.DELAY_NOTICE && duty.breachedAt() == null && now.isAfter(duty.due());
    }
}
