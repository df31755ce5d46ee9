package org.matterledger.values;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.values.SampleCalendars.KYIV;
import static org.matterledger.values.SampleCalendars.MOSCOW;
import static org.matterledger.values.SampleCalendars.WARSAW;
import static org.matterledger.values.SampleCalendars.at;
import static org.matterledger.values.SampleCalendars.closed;
import static org.matterledger.values.SampleCalendars.days;
import static org.matterledger.values.SampleCalendars.hours;
import static org.matterledger.values.SampleCalendars.office;
import static org.matterledger.values.SampleCalendars.with;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {

    private static WorkCalendar nights(String zone, String opens, String closes) {
        return days(zone, MONDAY, SUNDAY, hours(opens, closes));
    }

    @Nested
    class WhenAnHourIsLeftOut {

        @ParameterizedTest
        @CsvSource({
            "02:30, 06:00, 2026-03-29T01:30:00Z, 2026-03-29T04:00:00Z",
            "01:00, 02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
            "02:15, 02:45, 2026-03-29T01:15:00Z, 2026-03-29T01:45:00Z",
            "02:00, 03:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
            "00:00, 00:00, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        })
        void what_falls_into_it_comes_an_hour_later(String opens, String closes, Instant from, Instant to) {
            var calendar = nights("Europe/Warsaw", opens, closes);
            var date = LocalDate.parse("2026-03-29");
            assertThat(calendar.openOf(date)).isEqualTo(from);
            assertThat(calendar.closeOf(date)).isEqualTo(to);
        }

        @Test
        void what_it_pushes_together_is_counted_once() {
            var calendar = days("Europe/Warsaw", MONDAY, SUNDAY, hours("02:00", "02:30"), hours("03:15", "04:00"));
            assertThat(calendar.elapsed(at(calendar, "2026-03-29T00:00"), at(calendar, "2026-03-29T12:00")))
                    .isEqualTo(Duration.ofMinutes(60));
        }

        @Test
        void half_an_hour_is_moved_by_half_an_hour() {
            assertThat(nights("Australia/Lord_Howe", "02:15", "05:00").openOf(LocalDate.parse("2026-10-04")))
                    .isEqualTo(Instant.parse("2026-10-03T15:45:00Z"));
        }

        @Test
        void a_date_that_was_left_out_is_closed() {
            var apia = nights("Pacific/Apia", "09:00", "17:00");
            var leftOut = LocalDate.parse("2011-12-30");
            assertThat(apia.isOpen(leftOut)).isFalse();
            assertThat(WorkCalendar.alwaysOpen(apia.zone()).isOpen(leftOut)).isFalse();
            assertThat(apia.nthWorkingDayAfter(leftOut.minusDays(1), 1)).isEqualTo("2011-12-31");
            assertThat(apia.elapsed(at(apia, "2011-12-29T00:00"), at(apia, "2012-01-01T00:00")))
                    .isEqualTo(Duration.ofHours(16));
        }
    }

    @Nested
    class WhenAnHourComesTwice {

        @ParameterizedTest
        @CsvSource({
            "02:30, 06:00, 2026-10-25T00:30:00Z, 2026-10-25T05:00:00Z",
            "01:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T01:30:00Z",
            "02:15, 02:45, 2026-10-25T00:15:00Z, 2026-10-25T01:45:00Z",
            "00:00, 00:00, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        })
        void opening_takes_the_first_and_closing_the_second(String opens, String closes, Instant from, Instant to) {
            var calendar = nights("Europe/Warsaw", opens, closes);
            var date = LocalDate.parse("2026-10-25");
            assertThat(calendar.openOf(date)).isEqualTo(from);
            assertThat(calendar.closeOf(date)).isEqualTo(to);
            assertThat(calendar.elapsed(from, to)).isEqualTo(Duration.between(from, to));
        }
    }

    @Nested
    class WhenClocksChangeAtMidnight {

        @Test
        void a_date_that_comes_back_for_an_hour_is_over_all_the_same() {
            var newfoundland = nights("America/St_Johns", "00:00", "00:00");
            var again = Instant.parse("2010-11-07T03:00:00Z");
            assertThat(newfoundland.localDate(again)).isEqualTo("2010-11-06");
            assertThat(newfoundland.isOpen(again)).isTrue();
            assertThat(newfoundland.elapsed(again, again.plusSeconds(600))).isEqualTo(Duration.ofMinutes(10));
            assertThat(newfoundland.endOfWorkingDay(again)).isEqualTo(Instant.parse("2010-11-08T03:30:00Z"));
        }

        @Test
        void hours_that_a_clock_set_back_just_after_midnight_shows_again_are_open_until_the_date_is_over() {
            var newfoundland = nights("America/St_Johns", "20:00", "23:16");
            var saturday = LocalDate.parse("2005-10-29");
            assertThat(newfoundland.closeOf(saturday)).isEqualTo(Instant.parse("2005-10-30T02:30:00Z"));
            assertThat(newfoundland.closeOf(saturday.minusDays(1))).isEqualTo(Instant.parse("2005-10-29T01:46:00Z"));
            assertThat(newfoundland.timeOf(saturday, LocalTime.of(23, 16)))
                    .as("stated, and shown again after midnight")
                    .isEqualTo(newfoundland.closeOf(saturday));
        }

        @Test
        void hours_that_would_move_to_the_next_date_are_lost() {
            var nuuk = nights("America/Nuuk", "23:15", "23:45");
            var saturday = LocalDate.parse("2026-03-28");
            assertThat(nuuk.isOpen(saturday.minusDays(1))).isTrue();
            assertThat(nuuk.isOpen(saturday)).isFalse();
        }

        @Test
        void closing_at_midnight_is_where_the_next_date_begins() {
            var havana = nights("America/Havana", "20:00", "00:00");
            var saturday = LocalDate.parse("2026-10-31");
            assertThat(havana.closeOf(saturday)).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
        }
    }

    @Nested
    class ADateWithHoursOfItsOwn {

        private final WorkCalendar split = with(WARSAW, "2026-02-10", hours("08:00", "10:00"), hours("12:00", "13:00"));

        @Test
        void may_be_split() {
            assertThat(split.elapsed(at(split, "2026-02-10T00:00"), at(split, "2026-02-11T00:00")))
                    .isEqualTo(Duration.ofHours(3));
            assertThat(split.nextOpen(at(split, "2026-02-10T10:00"))).isEqualTo(at(split, "2026-02-10T12:00"));
            assertThat(split.add(at(split, "2026-02-10T09:00"), Duration.ofHours(1)))
                    .isEqualTo(at(split, "2026-02-10T10:00"));
            assertThat(split.add(at(split, "2026-02-10T09:00"), Duration.ofMinutes(61)))
                    .isEqualTo(at(split, "2026-02-10T12:01"));
        }

        @Test
        void ends_with_its_last_closing_even_for_who_writes_in_the_break() {
            assertThat(split.endOfWorkingDay(at(split, "2026-02-10T11:00"))).isEqualTo(at(split, "2026-02-10T13:00"));
        }

        @Test
        void may_be_closed_or_open_on_a_saturday() {
            assertThat(WARSAW.isOpen(LocalDate.parse("2026-11-11"))).isFalse();
            assertThat(MOSCOW.isOpen(LocalDate.parse("2025-11-01"))).isTrue();
            assertThat(MOSCOW.isOpen(at(MOSCOW, "2025-11-01T17:00"))).isFalse();
        }
    }

    @Nested
    class TheLimits {

        private final WorkCalendar never = new WorkCalendar(ZoneId.of("Europe/Kyiv"), Map.of());

        @Test
        void a_calendar_that_never_opens_says_so_instead_of_searching_for_ever() {
            var now = Instant.parse("2026-02-10T08:00:00Z");
            var today = LocalDate.parse("2026-02-10");
            assertThatThrownBy(() -> never.add(now, Duration.ofHours(1)))
                    .isInstanceOf(CalendarNeverOpens.class)
                    .hasMessage("The calendar in Europe/Kyiv has no open date within ten years of 2026-02-10");
            assertThatThrownBy(() -> never.nextOpen(now)).isInstanceOf(CalendarNeverOpens.class);
            assertThatThrownBy(() -> never.endOfWorkingDay(now)).isInstanceOf(CalendarNeverOpens.class);
            assertThatThrownBy(() -> never.rollBack(today)).isInstanceOf(CalendarNeverOpens.class);
            assertThatThrownBy(() -> never.closeOfNthWorkingDay(today, 1)).isInstanceOf(CalendarNeverOpens.class);
            assertThat(never.elapsed(now, now.plusSeconds(1_000_000))).isZero();
        }

        @Test
        void a_closure_of_nine_years_is_only_long() {
            var closed = LocalDate.parse("2026-01-01")
                    .datesUntil(LocalDate.parse("2035-01-01"))
                    .collect(Collectors.toMap(Function.identity(), date -> List.<OpenInterval>of()));
            var calendar = new WorkCalendar(KYIV.zone(), KYIV.week(), closed, false);
            assertThat(calendar.rollForward(LocalDate.parse("2026-02-10"))).isEqualTo("2035-01-01");
        }

        @Test
        void what_makes_no_sense_is_refused() {
            var closed = LocalDate.parse("2026-02-14");
            assertThatIllegalArgumentException().isThrownBy(() -> KYIV.closeOf(closed));
            assertThatIllegalArgumentException().isThrownBy(() -> KYIV.openOf(closed));
            assertThatIllegalArgumentException().isThrownBy(() -> KYIV.closeOfNthWorkingDay(closed, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> KYIV.nthWorkingDayBefore(closed, -1));
            assertThatIllegalArgumentException().isThrownBy(() -> KYIV.add(Instant.EPOCH, Duration.ofNanos(-1)));
        }

        @Test
        void no_working_day_from_a_date_is_the_date_itself() {
            var saturday = LocalDate.parse("2026-02-14");
            assertThat(KYIV.nthWorkingDayAfter(saturday, 0)).isEqualTo(saturday);
            assertThat(KYIV.nthWorkingDayBefore(saturday, 0)).isEqualTo(saturday);
        }

        @Test
        void thirty_years_are_reckoned_in_one_pass_over_their_dates() {
            var holidays =
                    closed(office("Europe/London", hours("09:00", "13:00"), hours("14:00", "17:30")), "2030-05-01");
            var from = at(holidays, "2026-01-01T00:00");
            var to = at(holidays, "2056-01-01T00:00");
            var open = holidays.elapsed(from, to);
            assertThat(holidays.add(from, open)).isEqualTo(at(holidays, "2055-12-31T17:30"));
        }
    }

    @Nested
    class AZone {

        @ParameterizedTest
        @ValueSource(strings = {"Europe/Kyiv", "Europe/Kiev"})
        void of_kyiv_is_known_by_either_name_and_kept_as_given(String name) {
            var kyiv = days(name, MONDAY, FRIDAY, hours("09:00", "18:00"));
            assertThat(kyiv.zone().getId()).isEqualTo(name);
            assertThat(kyiv.closeOf(LocalDate.parse("2026-03-30"))).isEqualTo(Instant.parse("2026-03-30T15:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource({
            "Europe/Kyiv, 2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z",
            "Europe/Warsaw, 2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z",
            "Europe/London, 2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z",
        })
        void changes_its_clocks_when_the_firm_was_told(String zone, Instant spring, Instant autumn) {
            var rules = ZoneId.of(zone).getRules();
            assertThat(rules.nextTransition(Instant.parse("2026-01-01T00:00:00Z"))
                            .getInstant())
                    .isEqualTo(spring);
            assertThat(rules.nextTransition(spring).getInstant()).isEqualTo(autumn);
        }

        @Test
        void of_moscow_changes_nothing() {
            assertThat(ZoneId.of("Europe/Moscow").getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z")))
                    .isNull();
        }
    }
}
