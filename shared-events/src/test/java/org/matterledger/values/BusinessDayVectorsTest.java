package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.SampleCalendars.closed;
import static org.matterledger.values.SampleCalendars.hours;
import static org.matterledger.values.SampleCalendars.office;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Due dates in business days that others computed, country by country. */
class BusinessDayVectorsTest {

    private static final String HOLIDAYS = "calendar/public-holidays-2024-2027.csv";

    @ParameterizedTest
    @MethodSource("countries")
    void every_due_date_of(String country, TestInfo test, TestReporter report) {
        var calendar = calendar(country);
        var rows = rows().filter(row -> has(row, "calendar", country)).toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows).allSatisfy(row -> {
            var start = date(row, "start_date");
            var due = date(row, "due_date");
            var days = Integer.parseInt(cell(row, "n_business_days"));
            assertThat(calendar.isOpen(start))
                    .isEqualTo(cell(row, "start_is_business_day").equals("1"));
            assertThat(calendar.nthWorkingDayAfter(start, days)).isEqualTo(due);
            assertThat(calendar.closeOfNthWorkingDay(start, days)).isEqualTo(calendar.closeOf(due));
        });
        report.publishEntry(test.getDisplayName(), rows.size() + " rows");
    }

    /** Each that the file has: none is left out. */
    static Stream<String> countries() {
        return rows().map(row -> cell(row, "calendar")).distinct();
    }

    private static Stream<Map<String, String>> rows() {
        return SharedData.csv("calendar/business-day-vectors.csv").stream();
    }

    private static WorkCalendar calendar(String country) {
        var parts = country.split("-");
        return switch (parts[0]) {
            case "PL" -> national("Europe/Warsaw", "PL");
            case "DE" -> national("Europe/Berlin", "DE");
            case "US" -> national("America/New_York", "US");
            case "GB" ->
                closedOn("Europe/London", "calendar/uk-bank-holidays.csv", row -> has(row, "country", country));
            case "RU" -> RussianProductionCalendar.of(hours("09:00", "18:00"));
            case "UA" -> office("Europe/Kyiv", hours("09:00", "18:00"));
            default -> throw new IllegalArgumentException(country);
        };
    }

    /** Of the whole country, and no mere custom. */
    private static WorkCalendar national(String zone, String country) {
        return closedOn(
                zone,
                HOLIDAYS,
                row -> has(row, "country", country) && has(row, "region", "") && has(row, "type", "public"));
    }

    private static WorkCalendar closedOn(String zone, String file, Predicate<Map<String, String>> which) {
        return closed(
                office(zone, hours("09:00", "17:00")),
                SharedData.csv(file).stream()
                        .filter(which)
                        .map(row -> cell(row, "date"))
                        .toArray(String[]::new));
    }

    private static boolean has(Map<String, String> row, String name, String value) {
        return value.equals(row.get(name));
    }

    private static LocalDate date(Map<String, String> row, String name) {
        return LocalDate.parse(cell(row, name));
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }
}
