package org.matterledger.query.mailreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Tally;
import org.matterledger.query.mailreport.Replies.Speed;
import org.matterledger.values.ObligationKind;

/** What made-up histories come to. */
class FiguresTest {

    private static final Instant UNTIL = SampleHistory.at("2026-04-01T00:00");

    private static Figures figures(SampleHistory... matters) {
        return Figures.of(Stream.of(matters).map(SampleHistory::told).toList(), UNTIL);
    }

    @Nested
    class Obligations {

        @Test
        void are_each_counted_under_one_result() {
            var seed = 20260320;
            var dice = new Random(seed);
            for (var round = 0; round < 200; round++) {
                var matter = new SampleHistory("a");
                IntStream.range(0, dice.nextInt(30))
                        .forEach(i -> matter.duty(
                                ObligationKind.values()[dice.nextInt(ObligationKind.values().length)],
                                "2026-03-02T10:00",
                                DutyResult.values()[dice.nextInt(DutyResult.values().length)],
                                dice.nextBoolean()));
                figures(matter)
                        .obligations()
                        .forEach((kind, tally) -> assertThat(tally.kept()
                                        + tally.keptLate()
                                        + tally.broken()
                                        + tally.promisedAnew()
                                        + tally.cancelled()
                                        + tally.open())
                                .as("%s, seed %d", kind, seed)
                                .isEqualTo(tally.armed()));
            }
        }

        @Test
        void that_ended_or_stayed_open_after_their_time_are_broken() {
            var promises = new SampleHistory("a")
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-02T10:00", DutyResult.OPEN, true)
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-03T10:00", DutyResult.CANCELLED, true)
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-04T10:00", DutyResult.REPLACED_WITHOUT_NOTICE, false)
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-05T10:00", DutyResult.REPLACED_WITH_NOTICE, false)
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-06T10:00", DutyResult.CANCELLED, false)
                    .duty(ObligationKind.KEEP_PROMISE, "2026-03-09T10:00", DutyResult.OPEN, false);
            assertThat(figures(promises).of(ObligationKind.KEEP_PROMISE)).isEqualTo(new Tally(6, 0, 0, 3, 1, 1, 1));
        }

        @Test
        void that_nobody_marked_are_none() {
            assertThat(figures().of(ObligationKind.KEEP_PROMISE)).isEqualTo(Tally.NONE);
            assertThat(figures().obligations()).containsKeys(ObligationKind.REPLY, ObligationKind.KEEP_INFORMED);
        }
    }

    @Nested
    class Answers {

        @Test
        void count_under_the_first_span_that_fits() {
            var replies = figures(new SampleHistory("a")
                            .answered("2026-03-02T10:00", "PT1H", 0, false)
                            .answered("2026-03-02T10:00", "PT1H1S", 0, false)
                            .answered("2026-03-02T10:00", "PT4H", 1, false)
                            .answered("2026-03-02T10:00", "PT8H", 2, false)
                            .answered("2026-03-02T08:00", "PT9H", 0, false)
                            .answered("2026-03-02T10:00", "PT9H", 1, true)
                            .answered("2026-03-02T10:00", "PT20H", 2, true))
                    .replies();
            assertThat(replies.within())
                    .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                            Speed.ONE_WORKING_HOUR, 1L,
                            Speed.FOUR_WORKING_HOURS, 2L,
                            Speed.EIGHT_WORKING_HOURS, 1L,
                            Speed.SAME_DAY, 1L,
                            Speed.NEXT_WORKING_DAY, 1L,
                            Speed.LATER, 1L)));
            assertThat(replies.median()).isEqualTo(Duration.ofHours(8));
            assertThat(ReplyChart.of(replies).finding())
                    .isEqualTo("Half of 7 answers came within 8 h of working time;"
                            + " 1 took longer than the next working day");
        }

        @Test
        void of_an_even_number_have_their_middle_between_two() {
            var replies = figures(new SampleHistory("a")
                            .answered("2026-03-02T10:00", "PT1H", 0, false)
                            .answered("2026-03-02T10:00", "PT2H", 0, false)
                            .duty(ObligationKind.REPLY, "2026-03-02T10:00", DutyResult.OPEN, true)
                            .duty(ObligationKind.REPLY, "2026-03-02T10:00", DutyResult.CANCELLED, false))
                    .replies();
            assertThat(replies.median()).isEqualTo(Duration.ofMinutes(90));
            assertThat(List.of(replies.answered(), replies.unanswered())).containsExactly(2L, 1L);
        }

        @Test
        void that_never_came_have_no_middle() {
            assertThat(figures().replies().median()).isNull();
            assertThat(ReplyChart.of(figures().replies()).finding()).isEqualTo("No answer came to any client");
        }
    }

    @Nested
    class Silences {

        @Test
        void are_the_longest_first_and_say_whether_the_client_had_asked() {
            var longest = figures(
                            new SampleHistory("a")
                                    .silent("2026-01-05T10:00", "2026-01-08T10:00", false, null)
                                    .silent("2026-01-08T10:00", "2026-02-02T10:00", true, "2026-01-20T10:00")
                                    .silent("2026-02-02T10:00", null, true, null),
                            new SampleHistory("b").silent("2026-03-20T10:00", null, false, null))
                    .longestSilences();
            assertThat(longest.stream().map(LongSilence::calendarDays)).containsExactly(58L, 25L, 12L, 3L);
            assertThat(longest.getFirst().to()).isEqualTo(UNTIL);
            assertThat(longest.get(1).asked()).isEqualTo(SampleHistory.at("2026-01-20T10:00"));
        }

        @Test
        void of_equals_show_first_where_the_client_had_asked() {
            for (var asking : List.of("a", "b")) {
                var histories = Stream.of("a", "b")
                        .map(matter -> new SampleHistory(matter)
                                .silent(
                                        "2026-01-05T10:00",
                                        "2026-02-02T10:00",
                                        true,
                                        matter.equals(asking) ? "2026-01-20T10:00" : null))
                        .toArray(SampleHistory[]::new);
                assertThat(figures(histories).longestSilences().getFirst().asked())
                        .isEqualTo(SampleHistory.at("2026-01-20T10:00"));
            }
        }

        @Test
        void that_ended_are_not_hidden_behind_those_that_did_not() {
            var matter = new SampleHistory("a").silent("2026-01-05T10:00", "2026-01-08T10:00", false, null);
            IntStream.range(0, 30).forEach(i -> matter.silent("2025-01-05T10:00", null, true, null));
            assertThat(figures(matter).longestSilences()).hasSize(11);
        }

        @Test
        void stand_as_one_dot_for_each_matter_with_the_limit_behind_its_day() {
            var spread = figures(
                            new SampleHistory("a").silent("2026-03-01T10:00", "2026-03-15T10:00", false, null),
                            new SampleHistory("b").silent("2026-03-01T10:00", "2026-03-16T10:00", true, null),
                            new SampleHistory("c"))
                    .silences();
            var chart = LongestSilenceChart.of(spread);
            assertThat(chart.finding()).isEqualTo("In 1 of 2 matters the longest silence went beyond the limit");
            assertThat(chart.dots())
                    .hasSize(2)
                    .extracting(LongestSilenceChart.Dot::beyond)
                    .containsOnlyOnce(true);
            assertThat(chart.limitWord()).isEqualTo("limit: 14 days");
        }

        @Test
        void in_which_neither_side_wrote_any_more_are_told_apart() {
            var figures = figures(
                    new SampleHistory("a").silent("2026-01-05T10:00", null, true, null),
                    new SampleHistory("b").silent("2026-01-05T10:00", null, true, "2026-01-20T10:00"));
            assertThat(figures.silences())
                    .extracting(Spread::matters, Spread::beyond, Spread::quiet)
                    .containsExactly(2L, 1L, 1L);
            assertThat(LongestSilenceChart.of(figures.silences()).dots()).hasSize(1);
        }

        @Test
        void of_very_many_matters_share_dots() {
            var many = IntStream.range(0, 500)
                    .mapToObj(
                            i -> new SampleHistory("m" + i).silent("2026-03-01T10:00", "2026-03-11T10:00", false, null))
                    .toArray(SampleHistory[]::new);
            var chart = LongestSilenceChart.of(figures(many).silences());
            assertThat(chart.each()).isEqualTo(42);
            assertThat(chart.dots()).hasSize(12);
        }
    }

    @Nested
    class Months {

        @Test
        void follow_each_other_without_a_gap_from_the_first_to_the_last() {
            var figures = figures(new SampleHistory("a")
                    .duty(ObligationKind.REPLY, "2026-01-10T10:00", DutyResult.KEPT, false)
                    .duty(ObligationKind.REPLY, "2026-01-31T10:00", DutyResult.KEPT_LATE, true)
                    .duty(ObligationKind.REPLY, "2026-03-10T10:00", DutyResult.OPEN, true)
                    .duty(ObligationKind.REPLY, "2026-03-10T10:00", DutyResult.OPEN, false));
            assertThat(figures.months())
                    .containsExactly(
                            new Month(YearMonth.of(2026, 1), 1, 0, 0),
                            new Month(YearMonth.of(2026, 2), 0, 1, 0),
                            new Month(YearMonth.of(2026, 3), 0, 0, 1));
            assertThat(MonthChart.of(figures.months()).finding())
                    .isEqualTo("Of 3 duties 33 % were kept in time, 33 % late, 33 % not; the worst month was Mar 2026");
        }

        @Test
        void of_two_sides_stand_on_one_axis() {
            var january = YearMonth.of(2026, 1);
            var drawn = List.of(january, january.plusMonths(1), january.plusMonths(2));
            var was = MonthChart.of(List.of(new Month(january, 1, 0, 0)), drawn);
            var would = MonthChart.of(List.of(new Month(january.plusMonths(2), 1, 0, 0)), drawn);
            assertThat(would.ticks()).isEqualTo(was.ticks()).hasSize(3);
            assertThat(would.parts().getFirst().x())
                    .isGreaterThan(was.parts().getFirst().x());
        }

        @Test
        void that_are_many_share_columns_and_every_column_is_full() {
            var months = IntStream.range(0, 100)
                    .mapToObj(i -> new Month(YearMonth.of(2000, 1).plusMonths(i), 7, 2, 1))
                    .toList();
            var chart = MonthChart.of(months);
            assertThat(chart.months()).isEqualTo(3);
            assertThat(chart.parts().stream().mapToInt(MonthChart.Part::height).sum())
                    .isEqualTo(34 * 130);
        }
    }
}
