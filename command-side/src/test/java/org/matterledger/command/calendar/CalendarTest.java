package org.matterledger.command.calendar;

import static org.matterledger.command.Trial.given;
import static org.matterledger.command.calendar.CalendarRule.ALWAYS_OPEN_HAS_NO_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_BEGINS_ONCE;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_HAS_OPEN_HOURS;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_NAMES_A_REGION;
import static org.matterledger.command.calendar.CalendarRule.CALENDAR_OPENS_EVERY_YEAR;
import static org.matterledger.command.calendar.CalendarRule.OPEN_HOURS_STAND_APART;
import static org.matterledger.command.calendar.SampleCalendar.AFTERNOON;
import static org.matterledger.command.calendar.SampleCalendar.KYIV;
import static org.matterledger.command.calendar.SampleCalendar.MORNING;
import static org.matterledger.command.calendar.SampleCalendar.NOW;
import static org.matterledger.command.calendar.SampleCalendar.closure;
import static org.matterledger.command.calendar.SampleCalendar.hours;
import static org.matterledger.command.calendar.SampleCalendar.mondays;
import static org.matterledger.command.calendar.SampleCalendar.office;
import static org.matterledger.command.calendar.SampleCalendar.publish;
import static org.matterledger.command.calendar.SampleCalendar.published;
import static org.matterledger.command.calendar.SampleCalendar.revise;
import static org.matterledger.command.calendar.SampleCalendar.with;

import java.time.DayOfWeek;
import java.time.LocalDate;
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
import org.matterledger.command.calendar.CalendarCommand.PublishNextVersion;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

class CalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

    @Nested
    class Publishing {

        @Test
        void makes_the_first_version() {
            accepted(office());
        }

        @Test
        void the_same_again_records_nothing() {
            given(Calendar.class, published(1, office()))
                    .when(publish(office()), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void other_hours_for_one_that_there_is_is_refused() {
            given(Calendar.class, published(1, office()))
                    .when(publish(mondays("Europe/Kyiv", MORNING)), NOW)
                    .is_refused_by(CALENDAR_BEGINS_ONCE);
        }

        @Test
        void hours_around_the_clock_is_accepted() {
            accepted(new WorkCalendar(
                    ZONE,
                    Arrays.stream(DayOfWeek.values())
                            .collect(Collectors.toMap(Function.identity(), day -> List.of(hours(0, 24))))));
            accepted(WorkCalendar.alwaysOpen(ZONE));
        }

        @Test
        void hours_or_exceptions_of_what_is_always_open_is_refused() {
            refused(new WorkCalendar(ZONE, office().week(), Map.of(), true), ALWAYS_OPEN_HAS_NO_HOURS);
            refused(with(WorkCalendar.alwaysOpen(ZONE), Map.of(LocalDate.EPOCH, List.of())), ALWAYS_OPEN_HAS_NO_HOURS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"+02:00", "UTC+02:00", "Z"})
        void an_offset_for_a_region_is_refused(String zone) {
            refused(mondays(zone, MORNING), CALENDAR_NAMES_A_REGION);
            refused(WorkCalendar.alwaysOpen(ZoneId.of(zone)), CALENDAR_NAMES_A_REGION);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Europe/Kyiv", "Europe/Kiev"})
        void a_region_by_its_old_or_new_name_is_accepted(String zone) {
            accepted(mondays(zone, MORNING));
        }

        @Test
        void no_open_hours_is_refused() {
            refused(new WorkCalendar(ZONE, Map.of()), CALENDAR_HAS_OPEN_HOURS);
            refused(mondays("Europe/Kyiv"), CALENDAR_HAS_OPEN_HOURS);
        }

        @Test
        void overlapping_hours_is_refused() {
            refused(mondays("Europe/Kyiv", MORNING, hours(12, 18)), OPEN_HOURS_STAND_APART);
            refused(withOn("2026-11-11", MORNING, hours(12, 18)), OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_out_of_order_is_refused() {
            refused(mondays("Europe/Kyiv", AFTERNOON, MORNING), OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_after_midnight_of_the_same_day_is_refused() {
            refused(mondays("Europe/Kyiv", hours(14, 24), hours(15, 18)), OPEN_HOURS_STAND_APART);
        }

        @Test
        void hours_that_touch_is_accepted() {
            accepted(mondays("Europe/Kyiv", hours(9, 13), hours(13, 18)));
        }

        @Test
        void dates_that_are_closed_shortened_split_and_opened_is_accepted() {
            accepted(with(
                    office(),
                    Map.of(
                            LocalDate.parse("2026-02-16"), List.of(),
                            LocalDate.parse("2026-02-23"), List.of(hours(9, 12)),
                            LocalDate.parse("2026-03-02"), List.of(hours(9, 10), hours(11, 12), hours(13, 14)),
                            LocalDate.parse("2026-02-14"), List.of(MORNING))));
        }

        @Test
        void a_closure_of_almost_a_year_is_accepted() {
            accepted(with(office(), closure("2026-01-06", "2027-01-04")));
        }

        @Test
        void a_closure_of_a_whole_year_is_refused() {
            refused(with(office(), closure("2026-01-06", "2027-01-12")), CALENDAR_OPENS_EVERY_YEAR);
        }
    }

    @Nested
    class PublishingTheNextVersion {

        @Test
        void with_other_hours_is_recorded() {
            var shorter = mondays("Europe/Kyiv", MORNING);
            given(Calendar.class, published(1, office()), published(2, withOn("2026-11-11")))
                    .when(revise(shorter), NOW)
                    .records(published(3, shorter));
        }

        @Test
        void with_another_exception_is_recorded() {
            given(Calendar.class, published(1, office()))
                    .when(revise(withOn("2026-11-11")), NOW)
                    .records(published(2, withOn("2026-11-11")));
        }

        @Test
        void under_another_name_is_recorded() {
            given(Calendar.class, published(1, office()))
                    .when(new PublishNextVersion(KYIV, "Head office", office()), NOW)
                    .records(new CalendarVersionPublished(KYIV, 2, "Head office", office(), NOW));
        }

        @Test
        void with_the_same_again_records_nothing() {
            given(Calendar.class, published(1, office()))
                    .when(revise(office()), NOW.plusSeconds(60))
                    .records_nothing_new();
        }

        @Test
        void without_open_hours_is_refused() {
            given(Calendar.class, published(1, office()))
                    .when(revise(mondays("Europe/Kyiv")), NOW)
                    .is_refused_by(CALENDAR_HAS_OPEN_HOURS);
        }

        @Test
        void of_an_unknown_calendar_finds_none() {
            given(Calendar.class).when(revise(office()), NOW).finds_no_stream();
        }
    }

    private static WorkCalendar withOn(String date, OpenInterval... hours) {
        return with(office(), Map.of(LocalDate.parse(date), List.of(hours)));
    }

    private static void accepted(WorkCalendar calendar) {
        given(Calendar.class).when(publish(calendar), NOW).records(published(1, calendar));
    }

    private static void refused(WorkCalendar calendar, CalendarRule rule) {
        given(Calendar.class).when(publish(calendar), NOW).is_refused_by(rule);
    }
}
