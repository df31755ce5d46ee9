package org.matterledger.command.followup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.StreamReader;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.CalendarId;
import org.matterledger.values.CalendarNeverOpens;
import org.matterledger.values.WorkCalendar;

/** When a staff member may be told something: in working hours by the newest version of a calendar (semantics 4.2, 16). */
final class Windows {

    private final StreamReader streams;

    Windows(StreamReader streams) {
        this.streams = streams;
    }

    boolean alwaysOpen(CalendarId calendar) {
        return newest(calendar).alwaysOpen();
    }

    /** This time if it is within the hours, else when they begin next; without a calendar any time will do. */
    Instant nextOpen(@Nullable CalendarId window, Instant time) {
        if (window == null) {
            return time;
        }
        try {
            return newest(window).nextOpen(time);
        } catch (CalendarNeverOpens closedForGood) {
            return time;
        }
    }

    private WorkCalendar newest(CalendarId calendar) {
        List<LedgerEvent> versions = Objects.requireNonNullElse(
                streams.read(Set.of(calendar.value())).get(calendar.value()), List.of());
        return ((CalendarVersionPublished) versions.getLast()).calendar();
    }
}
