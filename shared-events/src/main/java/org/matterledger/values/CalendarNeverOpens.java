package org.matterledger.values;

import java.time.LocalDate;

/** A work calendar has no open date within ten years of where one was looked for; no due date can be reckoned with it. */
public final class CalendarNeverOpens extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CalendarNeverOpens(WorkCalendar calendar, LocalDate date) {
        super("The calendar in " + calendar.zone() + " has no open date within ten years of " + date);
    }
}
