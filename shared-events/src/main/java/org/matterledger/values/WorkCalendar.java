package org.matterledger.values;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hours in which the firm keeps its word: open intervals of each weekday in a zone.
 *
 * @param zone region id, never an offset
 * @param week open intervals by weekday, in their order; a missing day is closed
 */
public record WorkCalendar(ZoneId zone, Map<DayOfWeek, List<OpenInterval>> week) {

    public WorkCalendar {
        var days = new TreeMap<DayOfWeek, List<OpenInterval>>();
        week.forEach((day, intervals) -> days.put(day, List.copyOf(intervals)));
        week = Collections.unmodifiableMap(days);
    }
}
