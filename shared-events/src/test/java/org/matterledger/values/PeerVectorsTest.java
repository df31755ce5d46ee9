package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.SampleCalendars.at;
import static org.matterledger.values.SampleCalendars.closed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Cases from the tests of other systems that reckon with business hours. */
class PeerVectorsTest {

    /** The ledger never reckons backwards: no due date is found by taking open time away. */
    private static final String LEFT_OUT = "subtract_business_hours";

    /** Closed in the years of those cases; the official list begins later. */
    private static final String[] UK_2008_AND_2009 = {
        "2008-12-25", "2008-12-26", "2009-03-17", "2009-04-10", "2009-04-13"
    };

    private static final Pattern DAYS = Pattern.compile("([A-Z][a-z]{2})([-,][A-Z][a-z]{2})?( (\\S+)-(\\S+))?");

    /** One row; what is due where its operation adds, or where the time ends. */
    record Vector(WorkCalendar calendar, String operation, String start, int amount, String unit, String expected) {

        static Vector of(Map<String, String> row) {
            return new Vector(
                    calendarOf(cell(row, "calendar")),
                    cell(row, "operation").split(" ")[0],
                    cell(row, "start"),
                    Integer.parseInt(cell(row, "amount")),
                    cell(row, "unit"),
                    cell(row, "expected"));
        }

        void isReproduced() {
            switch (operation) {
                case "add_business_days" ->
                    assertThat(calendar.nthWorkingDayAfter(LocalDate.parse(start), amount))
                            .isEqualTo(expected);
                case "add_calendar_days_roll_forward" ->
                    assertThat(calendar.rollForward(LocalDate.parse(start).plusDays(amount)))
                            .isEqualTo(expected);
                case "add_business_hours", "add_business_minutes" ->
                    assertThat(calendar.add(at(calendar, start), length())).isEqualTo(at(calendar, expected));
                case "business_minutes_between" ->
                    assertThat(calendar.elapsed(at(calendar, start), at(calendar, expected)))
                            .isEqualTo(length());
                default -> throw new AssertionError("An operation that nothing here reckons: " + operation);
            }
        }

        private Duration length() {
            return unit.equals("business_hour") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
        }
    }

    @Test
    void every_case_is_reproduced_but_the_one_that_takes_away(TestReporter report) {
        var rows = SharedData.csv("calendar/peer-vectors.csv");
        var vectors = rows.stream()
                .filter(row -> !cell(row, "operation").equals(LEFT_OUT))
                .map(Vector::of)
                .toList();
        assertThat(vectors).isNotEmpty().allSatisfy(Vector::isReproduced);
        assertThat(rows.size() - vectors.size()).as("left out: " + LEFT_OUT).isLessThanOrEqualTo(1);
        report.publishEntry("peer vectors", vectors.size() + " of " + rows.size() + " rows");
    }

    /** Such as {@code Mon,Fri 09:00-17:00; Sat 10:00-15:00; holiday 2010-07-05}. */
    private static WorkCalendar calendarOf(String described) {
        Map<DayOfWeek, List<OpenInterval>> week = new HashMap<>();
        var holidays = new ArrayList<String>();
        for (var part : described.split("; ")) {
            if (part.startsWith("holiday ")) {
                holidays.add(part.substring("holiday ".length()));
            } else if (part.equals("alaveteli UK holidays")) {
                holidays.addAll(List.of(UK_2008_AND_2009));
            } else {
                days(part, week);
            }
        }
        return closed(new WorkCalendar(ZoneId.of("UTC"), week), holidays.toArray(String[]::new));
    }

    private static void days(String part, Map<DayOfWeek, List<OpenInterval>> week) {
        var named = DAYS.matcher(part);
        assertThat(named.matches()).as(part).isTrue();
        var opens = Objects.requireNonNullElse(named.group(4), "09:00");
        var closes = Objects.requireNonNullElse(named.group(5), "17:00");
        var hours = List.of(new OpenInterval(LocalTime.parse(opens), LocalTime.parse(closes)));
        var first = day(named.group(1));
        var last = named.group(2) == null ? first : day(named.group(2).substring(1));
        var each = named.group(2) != null && named.group(2).startsWith(",");
        for (var day = first; ; day = day.plus(1)) {
            if (!each || day == first || day == last) {
                week.put(day, hours);
            }
            if (day == last) {
                return;
            }
        }
    }

    private static DayOfWeek day(String name) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }
}
