package org.matterledger.values;

import static org.matterledger.values.SampleCalendars.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official calendar: days off, Saturdays on which one works, and days that end an hour earlier. */
final class RussianProductionCalendar {

    private RussianProductionCalendar() {}

    /** An office in Moscow that keeps to it. */
    static WorkCalendar of(OpenInterval hours) {
        var shortened = new OpenInterval(hours.opens(), hours.closes().minusHours(1));
        Map<LocalDate, List<OpenInterval>> exceptions = new HashMap<>();
        years().forEach(year -> {
            each(year, "weekday_days_off", date -> exceptions.put(date, List.of()));
            each(year, "working_weekends", date -> exceptions.put(date, List.of(hours)));
            each(year, "short_days", date -> exceptions.put(date, List.of(shortened)));
        });
        var office = office("Europe/Moscow", hours);
        return new WorkCalendar(office.zone(), office.week(), exceptions, false);
    }

    /** What the calendar says of a year as a whole. */
    static JsonNode totals(String year) {
        return years().path(year).path("statistic");
    }

    static List<String> namesOfYears() {
        return List.copyOf(years().propertyNames());
    }

    private static JsonNode years() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(SharedData.file("calendar/ru-production-calendar.json")))
                    .path("years");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void each(JsonNode year, String kind, Consumer<LocalDate> take) {
        year.path(kind).forEach(date -> take.accept(LocalDate.parse(date.asString())));
    }
}
