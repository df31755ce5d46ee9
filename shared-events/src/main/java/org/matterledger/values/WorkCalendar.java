package org.matterledger.values;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The hours in which the firm keeps its word: open intervals of each weekday in a zone.
 *
 * @param zone region id, never an offset
 * @param week open intervals by weekday; a missing day is closed
 */
public record WorkCalendar(ZoneId zone, Map<DayOfWeek, List<OpenInterval>> week) {

    public WorkCalendar {
        week = Map.copyOf(week);
    }
}
