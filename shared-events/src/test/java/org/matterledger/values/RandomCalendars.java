package org.matterledger.values;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Calendars that no office would have, and dates about which to try them: nights, several intervals a day, dates with
 * hours of their own, and zones whose clocks change by an hour, half an hour or a whole day; mostly while they do.
 */
final class RandomCalendars implements ArbitrarySupplier<RandomCalendars.Setting> {

    static final int MINUTES_OF_DAY = 24 * 60;

    private static final Instant FIRST = Instant.parse("2005-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2035-12-31T00:00:00Z");

    private static final List<Place> DATES = Stream.of(
                    "Europe/Warsaw",
                    "Europe/London",
                    "Europe/Kyiv",
                    "Europe/Moscow",
                    "America/New_York",
                    "America/Havana",
                    "America/Nuuk",
                    "America/Santiago",
                    "America/St_Johns",
                    "Asia/Beirut",
                    "Atlantic/Azores",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "UTC")
            .map(ZoneId::of)
            .flatMap(RandomCalendars::places)
            .toList();

    private record Place(ZoneId zone, LocalDate date) {}

    /** @param about a date; most often one on which the clocks change */
    record Setting(WorkCalendar calendar, LocalDate about) {

        /** Some minutes after the date began, or before. */
        Instant at(long minutes) {
            return about.atStartOfDay(calendar.zone()).toInstant().plus(Duration.ofMinutes(minutes));
        }
    }

    /** Minutes by which to be away from such a date: mostly quarters of an hour, where things open and close, or few. */
    static final class Minutes implements ArbitrarySupplier<Integer> {

        @Override
        public Arbitrary<Integer> get() {
            var night = Arbitraries.integers().between(-12, 24).map(quarter -> quarter * 15);
            var quarters = Arbitraries.integers().between(-4 * 96, 4 * 96).map(quarter -> quarter * 15);
            var minutes = Arbitraries.integers().between(-4 * MINUTES_OF_DAY, 4 * MINUTES_OF_DAY);
            return Arbitraries.frequencyOf(Tuple.of(3, night), Tuple.of(3, quarters), Tuple.of(1, minutes));
        }
    }

    @Override
    public Arbitrary<Setting> get() {
        var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours(2))
                .ofMinSize(1)
                .ofMaxSize(7);
        var near = Arbitraries.integers().between(-4, 6);
        var exceptions = Arbitraries.maps(near, hours(0)).ofMaxSize(4);
        var alwaysOpen = Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true));
        return Combinators.combine(Arbitraries.of(DATES), week, exceptions, alwaysOpen)
                .as(RandomCalendars::setting)
                .withoutEdgeCases();
    }

    private static Setting setting(
            Place place,
            Map<DayOfWeek, List<OpenInterval>> week,
            Map<Integer, List<OpenInterval>> exceptions,
            boolean alwaysOpen) {
        var dates = new HashMap<LocalDate, List<OpenInterval>>();
        exceptions.forEach((days, hours) -> dates.put(place.date().plusDays(days), hours));
        var calendar =
                alwaysOpen ? WorkCalendar.alwaysOpen(place.zone()) : new WorkCalendar(place.zone(), week, dates, false);
        return new Setting(calendar, place.date());
    }

    /** Each change of the clocks, and some other dates. */
    private static Stream<Place> places(ZoneId zone) {
        var changes = new ArrayList<Place>();
        for (var change = zone.getRules().nextTransition(FIRST);
                change != null && change.getInstant().isBefore(LAST);
                change = zone.getRules().nextTransition(change.getInstant())) {
            changes.add(new Place(zone, change.getDateTimeBefore().toLocalDate()));
        }
        var days = Duration.between(FIRST, LAST).toDays();
        var others = LongStream.range(0, 20)
                .mapToObj(i -> LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(i * days / 20 + i))
                .map(date -> new Place(zone, date));
        return Stream.concat(changes.stream(), others);
    }

    private static Arbitrary<List<OpenInterval>> hours(int fewest) {
        var night = Arbitraries.integers().between(0, 16).map(quarter -> quarter * 15);
        var quarters = Arbitraries.integers().between(0, 96).map(quarter -> quarter * 15);
        var minutes = Arbitraries.integers().between(0, MINUTES_OF_DAY);
        var edges = Arbitraries.frequencyOf(Tuple.of(3, night), Tuple.of(3, quarters), Tuple.of(1, minutes))
                .set()
                .ofMinSize(fewest)
                .ofMaxSize(6);
        return Combinators.combine(edges, Arbitraries.of(1, 2)).as(RandomCalendars::between);
    }

    /** @param step 2 for intervals with breaks, 1 for such that touch */
    private static List<OpenInterval> between(Set<Integer> edges, int step) {
        var sorted = List.copyOf(new TreeSet<>(edges));
        var intervals = new ArrayList<OpenInterval>();
        for (var i = 0; i + 1 < sorted.size(); i += step) {
            intervals.add(new OpenInterval(time(sorted.get(i)), time(sorted.get(i + 1))));
        }
        return Collections.unmodifiableList(intervals);
    }

    private static LocalTime time(int minutes) {
        return LocalTime.MIDNIGHT.plusMinutes(minutes);
    }
}
