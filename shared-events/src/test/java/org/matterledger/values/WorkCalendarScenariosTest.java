package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.SampleCalendars.ALWAYS;
import static org.matterledger.values.SampleCalendars.KYIV;
import static org.matterledger.values.SampleCalendars.MOSCOW;
import static org.matterledger.values.SampleCalendars.WARSAW;
import static org.matterledger.values.SampleCalendars.at;
import static org.matterledger.values.SampleCalendars.hours;
import static org.matterledger.values.SampleCalendars.office;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates that the acceptance scenarios worked out, reckoned by the calendar alone. */
class WorkCalendarScenariosTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S-01 on the same day, 2026-02-10T15:20, 2026-02-10T18:00",
        "S-02 at the very closing, 2026-02-10T18:00, 2026-02-11T18:00",
        "S-02 a second before closing, 2026-02-10T17:59:59, 2026-02-10T18:00",
        "S-03 before opening, 2026-02-10T07:15, 2026-02-10T18:00",
        "S-04 on Friday evening, 2026-02-13T19:40, 2026-02-16T18:00",
        "S-20 on Thursday evening, 2026-05-14T18:30, 2026-05-15T18:00",
    })
    void a_kyiv_working_day_ends(String scenario, String written, String due) {
        assertThat(KYIV.endOfWorkingDay(at(KYIV, written))).isEqualTo(at(KYIV, due));
    }

    @Test
    void S_01_is_sixteen_hundred_in_utc() {
        assertThat(KYIV.endOfWorkingDay(at(KYIV, "2026-02-10T15:20"))).isEqualTo(Instant.parse("2026-02-10T16:00:00Z"));
    }

    @Test
    void S_05_tells_business_time_from_the_client_s_time() {
        var due = at(KYIV, "2026-02-10T18:00");
        var answered = at(KYIV, "2026-02-11T11:15");
        assertThat(KYIV.elapsed(due, answered)).isEqualTo(Duration.parse("PT2H15M"));
        assertThat(ALWAYS.elapsed(due, answered)).isEqualTo(Duration.parse("PT17H15M"));
    }

    @Test
    void S_14_around_the_clock_eight_hours_are_eight_hours_when_summer_begins() {
        assertThat(ALWAYS.add(at(ALWAYS, "2026-03-28T22:00"), Duration.ofHours(8)))
                .isEqualTo(at(ALWAYS, "2026-03-29T07:00"))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void S_16_business_hours_do_not_notice_that_summer_begins() {
        assertThat(KYIV.add(at(KYIV, "2026-03-27T16:00"), Duration.ofHours(8))).isEqualTo(at(KYIV, "2026-03-30T15:00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-10T17:05, 2026-11-12T17:00", "2026-12-23T17:30, 2026-12-28T17:00"})
    void S_17_a_holiday_is_no_working_day(String written, String due) {
        assertThat(WARSAW.endOfWorkingDay(at(WARSAW, written))).isEqualTo(at(WARSAW, due));
    }

    @ParameterizedTest
    @CsvSource({"2025-10-31T18:30, 2025-11-01T17:00", "2025-11-01T17:10, 2025-11-05T18:00"})
    void S_18_a_working_saturday_is_one_and_closes_early(String written, String due) {
        assertThat(MOSCOW.endOfWorkingDay(at(MOSCOW, written))).isEqualTo(at(MOSCOW, due));
    }

    @Test
    void S_21_what_is_left_after_a_pause_is_added_in_business_time() {
        var used = KYIV.elapsed(at(KYIV, "2026-03-06T09:00"), at(KYIV, "2026-03-06T13:00"));
        var due = KYIV.add(at(KYIV, "2026-03-09T10:00"), Duration.ofHours(8).minus(used));
        assertThat(due).isEqualTo(at(KYIV, "2026-03-09T14:00"));
    }

    @Test
    void S_24_two_working_days_before_and_one_after_are_counted_in_open_dates() {
        var due = LocalDate.parse("2026-03-19");
        assertThat(KYIV.nthWorkingDayBefore(due, 2)).isEqualTo("2026-03-17");
        assertThat(KYIV.closeOfNthWorkingDay(due, 1)).isEqualTo(at(KYIV, "2026-03-20T18:00"));
    }

    @Test
    void S_25_a_limit_on_a_sunday_is_rolled_back_to_friday() {
        var limit = KYIV.localDate(at(KYIV, "2026-03-01T20:00")).plusDays(14);
        assertThat(KYIV.closeOf(KYIV.rollBack(limit))).isEqualTo(at(KYIV, "2026-03-13T18:00"));
    }

    @Test
    void S_27_days_are_local_dates_when_summer_begins() {
        var contact = at(WARSAW, "2026-03-20T16:00");
        var limit = WARSAW.localDate(contact).plusDays(14);
        assertThat(WARSAW.closeOf(WARSAW.rollBack(limit))).isEqualTo(at(WARSAW, "2026-04-03T17:00"));
        assertThat(Duration.between(contact, at(WARSAW, "2026-04-03T16:00"))).isEqualTo(Duration.parse("P13DT23H"));
    }

    @Test
    void ServiceNow_counts_an_hour_and_a_half_from_friday_night_to_monday_morning() {
        var office = office("America/New_York", hours("08:00", "17:00"));
        assertThat(office.elapsed(at(office, "2026-02-13T21:00"), at(office, "2026-02-16T09:30")))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void Chatwoot_carries_half_an_hour_over_the_weekend() {
        var office = office("Europe/London", hours("09:00", "17:00"));
        assertThat(office.add(at(office, "2026-02-13T16:30"), Duration.ofHours(1)))
                .isEqualTo(at(office, "2026-02-16T09:30"));
    }
}
