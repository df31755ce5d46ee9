package org.matterledger.command.calendar;

import java.util.List;
import org.matterledger.command.Rule;

/** What makes hours that a promise can be reckoned with. */
enum CalendarRule implements Rule {
    CALENDAR_NAMES_A_REGION(
            "A work calendar names the region whose clocks it follows, never an offset, so that summer time is kept.",
            "R000-11"),
    CALENDAR_HAS_OPEN_HOURS("A work calendar is open at some time of the week.", "R000-05", "R000-11"),
    CALENDAR_OPENS_EVERY_YEAR("A work calendar's exceptions never close it for a whole year.", "R000-05", "R000-11"),
    OPEN_HOURS_STAND_APART("The open hours of a day stand in their order and don't overlap.", "R000-11"),
    ALWAYS_OPEN_HAS_NO_HOURS(
            "A work calendar that is always open has no hours or exceptions of its own.", "R000-05", "R000-11"),
    CALENDAR_BEGINS_ONCE("A work calendar is made once; other hours are its next version.");

    private final String text;
    private final List<String> sources;

    CalendarRule(String text, String... sources) {
        this.text = text;
        this.sources = List.of(sources);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
