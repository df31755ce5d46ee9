package org.matterledger.command.calendar;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.CalendarEvent;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.LedgerEvent;

/** @param latest the current version; absent before the first */
record CalendarState(@Nullable CalendarVersionPublished latest) implements LedgerState<CalendarState> {

    static final CalendarState BLANK = new CalendarState(null);

    /** The current version of a calendar that there is. */
    CalendarVersionPublished present() {
        return Objects.requireNonNull(latest, "a calendar without a version");
    }

    @Override
    public CalendarState evolve(LedgerEvent event) {
        return switch ((CalendarEvent) event) {
            case CalendarVersionPublished published -> new CalendarState(published);
        };
    }
}
