package org.matterledger.query.compliancereplay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.query.Calendars;
import org.matterledger.query.MatterRecord;
import org.matterledger.query.MatterRecord.Recorded;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.MatterId;
import org.springframework.stereotype.Component;

/** Reads a matter at any instant, from the record itself. What that costs grows with the matter. */
@Component
class ReplayView {

    private final MatterRecord record;
    private final NamesView names;
    private final Calendars calendars;

    ReplayView(MatterRecord record, NamesView names, Calendars calendars) {
        this.record = record;
        this.names = names;
        this.calendars = calendars;
    }

    /** @throws Unknown where there is no such matter */
    Replay of(MatterId matter) {
        var events = record.of(matter);
        if (events.isEmpty()) {
            throw new Unknown();
        }
        return new Replay(
                matter, events, names.of(matter).orElseThrow(Unknown::new).knowing(hours(events)));
    }

    /** What the calendars are called by which the matter was ever reckoned. */
    private Map<String, String> hours(List<Recorded> events) {
        Map<String, String> called = new HashMap<>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MatterOpened opened ->
                    called.put(
                            opened.calendarId().value(),
                            calendars
                                    .of(opened.calendarId(), opened.calendarVersion())
                                    .name());
                case HoursAgreed hours ->
                    called.put(
                            hours.calendarId().value(),
                            calendars
                                    .of(hours.calendarId(), hours.calendarVersion())
                                    .name());
                default -> {}
            }
        }
        return called;
    }

    /** A matter whose record is at hand. */
    record Replay(MatterId matter, List<Recorded> events, Names names) {

        /** When the firm learnt something of the matter, in order: where a walk through its life stops. */
        List<Instant> steps() {
            return events.stream().map(Recorded::notedAt).distinct().sorted().toList();
        }

        MatterAsOf at(Instant instant, Known known) {
            return AsOf.of(matter, events, instant, known);
        }

        List<Difference> between(MatterAsOf first, MatterAsOf second) {
            return Differences.between(first, second, names);
        }
    }
}
