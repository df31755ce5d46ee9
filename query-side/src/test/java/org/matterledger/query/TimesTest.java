package org.matterledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** Lengths of time, as people say them. */
class TimesTest {

    private static final Instant MONDAY = Instant.parse("2026-02-09T08:00:00Z");
    private static final Instant MONDAY_AFTER = Instant.parse("2026-02-16T09:00:00Z");
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Test
    void days_are_told_with_the_working_days_among_them() {
        var open = List.of(new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        var calendar = new WorkCalendar(KYIV, Map.of(DayOfWeek.MONDAY, open, DayOfWeek.TUESDAY, open), Map.of(), false);
        assertThat(Times.span(new Hours("Kyiv", 1, calendar), MONDAY, MONDAY_AFTER))
                .isEqualTo("7 days (2 working days)");
    }

    @Test
    void where_every_day_is_a_working_day_they_are_told_once() {
        var always = new WorkCalendar(KYIV, Map.of(), Map.of(), true);
        assertThat(Times.span(new Hours("always", 1, always), MONDAY, MONDAY_AFTER))
                .isEqualTo("7 days");
    }
}
