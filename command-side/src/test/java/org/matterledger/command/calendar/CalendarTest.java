package org.matterledger.command.calendar;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_HAS_OPEN_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_NAMES_A_REGION;
import static org.matterledger.command.calendar.CalendarRule.OPEN_HOURS_STAND_APART;
import static org.matterledger.command.calendar.SampleCalendar.AFTERNOON;
import static org.matterledger.command.calendar.SampleCalendar.KYIV;
import static org.matterledger.command.calendar.SampleCalendar.MORNING;
import static org.matterledger.command.calendar.SampleCalendar.NOW;
import static org.matterledger.command.calendar.SampleCalendar.hours;
import static org.matterledger.command.calendar.SampleCalendar.mondays;
import static org.matterledger.command.calendar.SampleCalendar.office;
import static org.matterledger.command.calendar.SampleCalendar.publish;
import static org.matterledger.command.calendar.SampleCalendar.published;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendarVersion;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.values.WorkCalendar;

class CalendarTest {

    @Nested
    class Publishing {

        @Test
        void makes_the_first_version() {
            given(Calendar.class).when(publish(office()), NOW).records(published(1, office()));
        }

        @Test
        void other_hours_makes_the_next_version() {
            var shorter = mondays("Europe/Kyiv", MORNING);
            given(Calendar.class, published(1, office()))
                    .when(publish(shorter), NOW)
                    .records(published(2, shorter));
        }

        @Test
        void another_name_makes_the_next_version() {
            given(Calendar.class, published(1, office()))
                    .when(new PublishCalendarVersion(KYIV, "Head office", office()), NOW)
                    .records(new CalendarVersionPublished(KYIV, 2, "Head office", office(), NOW));
        }

        @Test
        void the_same_again_records_nothing() {
            given(Calendar.class, published(1, office()))
                    .when(publish(office()), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void hours_around_the_clock_is_accepted() {
            var always = new WorkCalendar(
                    ZoneId.of("Europe/Kyiv"),
                    Arrays.stream(DayOfWeek.values())
                            .collect(Collectors.toMap(Function.identity(), day -> List.of(hours(0, 24)))));
            given(Calendar.class).when(publish(always), NOW).records(published(1, always));
        }

        @ParameterizedTest
        @ValueSource(strings = {"+02:00", "UTC+02:00", "Z"})
        void an_offset_for_a_region_is_refused(String zone) {
            given(Calendar.class).when(publish(mondays(zone, MORNING)), NOW).is_refused_by(CALENDAR_NAMES_A_REGION);
        }

        @Test
        void no_open_hours_is_refused() {
            given(Calendar.class)
                    .when(publish(new WorkCalendar(ZoneId.of("Europe/Kyiv"), Map.of())), NOW)
                    .is_refused_by(CALENDAR_HAS_OPEN_HOURS);
            given(Calendar.class).when(publish(mondays("Europe/Kyiv")), NOW).is_refused_by(CALENDAR_HAS_OPEN_HOURS);
        }

        @Test
        void overlapping_hours_is_refused() {
            given(Calendar.class)
                    .when(publish(mondays("Europe/Kyiv", MORNING, hours(12, 18))), NOW)
                    .is_refused_by(OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_out_of_order_is_refused() {
            given(Calendar.class)
                    .when(publish(mondays("Europe/Kyiv", AFTERNOON, MORNING)), NOW)
                    .is_refused_by(OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_after_midnight_of_the_same_day_is_refused() {
            given(Calendar.class)
                    .when(publish(mondays("Europe/Kyiv", hours(14, 24), hours(15, 18))), NOW)
                    .is_refused_by(OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_that_touch_is_accepted() {
            var touching = mondays("Europe/Kyiv", hours(9, 13), hours(13, 18));
            given(Calendar.class).when(publish(touching), NOW).records(published(1, touching));
        }
    }
}
