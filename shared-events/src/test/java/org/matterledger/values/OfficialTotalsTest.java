package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.SampleCalendars.hours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Russian production calendar's own totals of working days and hours, year by year. */
class OfficialTotalsTest {

    @Test
    void working_days_and_days_off_are_the_official_ones(TestReporter report) {
        var calendar = RussianProductionCalendar.of(hours("09:00", "17:00"));
        var years = RussianProductionCalendar.namesOfYears();
        assertThat(years).isNotEmpty().allSatisfy(year -> {
            var first = LocalDate.of(Integer.parseInt(year), 1, 1);
            var open = first.datesUntil(first.plusYears(1))
                    .filter(calendar::isOpen)
                    .count();
            var totals = RussianProductionCalendar.totals(year);
            assertThat(open).as(year).isEqualTo(totals.path("workdays").asLong());
            assertThat(first.lengthOfYear() - open)
                    .as(year)
                    .isEqualTo(totals.path("holidays").asLong());
        });
        report.publishEntry("official totals", years.size() + " years");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"hours40, 17:00", "hours36, 16:12", "hours24, 13:48"})
    void working_hours_are_the_official_ones(String week, String closes) {
        var calendar = RussianProductionCalendar.of(hours("09:00", closes));
        assertThat(RussianProductionCalendar.namesOfYears()).isNotEmpty().allSatisfy(year -> {
            var first = LocalDate.of(Integer.parseInt(year), 1, 1);
            var open = calendar.elapsed(
                    first.atStartOfDay(calendar.zone()).toInstant(),
                    first.plusYears(1).atStartOfDay(calendar.zone()).toInstant());
            var official = RussianProductionCalendar.totals(year).path(week).asDouble();
            assertThat(BigDecimal.valueOf(open.toMinutes()))
                    .as(year)
                    .isEqualByComparingTo(BigDecimal.valueOf(official)
                            .multiply(BigDecimal.valueOf(60))
                            .setScale(0, RoundingMode.HALF_EVEN));
        });
    }
}
