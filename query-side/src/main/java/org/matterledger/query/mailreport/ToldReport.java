package org.matterledger.query.mailreport;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Times;
import org.matterledger.query.Words;

/**
 * A report as people read it: the same on the page, in a file and on paper.
 *
 * @param heading when which import ran, up to when its matters are told
 * @param waiting what a person must assign to a matter
 * @param would absent where nothing is assumed
 */
record ToldReport(
        MailImport run,
        String heading,
        long matters,
        Side was,
        @Nullable Side would,
        @Nullable SilenceLine longest,
        List<SilenceLine> ended,
        List<SilenceLine> running,
        List<Left> waiting,
        List<Left> left,
        List<String> broken) {

    /** A row of the tables of silences. */
    record SilenceLine(
            String href,
            String title,
            String client,
            String from,
            String to,
            String length,
            @Nullable String asked,
            boolean beyond,
            long days) {}

    /** A figure as it was and as it would have been. */
    record Beside(String what, String was, String would) {}

    /** The figures that terms can change, side by side; none where nothing is assumed. */
    public List<Beside> beside() {
        var other = would;
        return other == null
                ? List.of()
                : Stream.of(Compared.values())
                        .map(figure -> new Beside(figure.words, figure.of(was), figure.of(other)))
                        .toList();
    }

    /** What was not imported, or not yet, for one reason. */
    record Left(String reason, long count, List<String> places) {}

    static ToldReport of(Comparison compared) {
        var times = new Times(compared.zone());
        var run = compared.run();
        var ended = lines(compared, times, false);
        return new ToldReport(
                run,
                heading(compared, times),
                compared.matters(),
                Side.of("As it was", compared.recorded(), drawn(compared)),
                compared.assumed() == null
                        ? null
                        : Side.of("With " + compared.assumptions().words(), compared.assumed(), drawn(compared)),
                ended.isEmpty() ? null : ended.getFirst(),
                ended,
                lines(compared, times, true),
                left(compared, "UNASSIGNED", compared.unassigned()),
                left(compared, "SKIPPED", run.skipped()),
                broken(compared.setAside()));
    }

    /** The months of both sides: what is drawn side by side has the same axis. */
    private static List<YearMonth> drawn(Comparison compared) {
        return Stream.of(Optional.of(compared.recorded()), Optional.ofNullable(compared.assumed()))
                .flatMap(Optional::stream)
                .flatMap(figures -> figures.months().stream())
                .map(Month::month)
                .distinct()
                .sorted()
                .toList();
    }

    private static String heading(Comparison compared, Times times) {
        var run = compared.run();
        return "%s %s; its matters are told up to %s, in local time of %s.%s"
                .formatted(
                        run.watched() ? "Mailbox that is watched since" : "Import of",
                        times.moment(run.startedAt()),
                        times.moment(compared.until()),
                        compared.zone().getId(),
                        run.endedAt() != null || run.watched()
                                ? ""
                                : " It has not come to its end: start it again to complete it.");
    }

    private static List<SilenceLine> lines(Comparison compared, Times times, boolean running) {
        return compared.recorded().longestSilences().stream()
                .filter(silence -> silence.running() == running && !silence.quiet())
                .map(silence -> new SilenceLine(
                        "/desk/matters/" + silence.matter().value(),
                        silence.title(),
                        silence.client(),
                        times.day(silence.from()),
                        silence.running() ? "not ended" : times.day(silence.to()),
                        Times.counted(silence.calendarDays(), "day") + " ("
                                + Times.counted(silence.workingDays(), "working day") + ")",
                        asked(silence),
                        silence.beyondLimit(),
                        silence.calendarDays()))
                .toList();
    }

    /** {@code asked 12 days before}: how long before the end of the silence the client had written. */
    private static @Nullable String asked(LongSilence silence) {
        Instant asked = silence.asked();
        return asked == null ? null : Times.between(asked, silence.to());
    }

    private static List<Left> left(Comparison compared, String what, Map<String, Long> counts) {
        Map<String, List<String>> places = compared.setAside().stream()
                .collect(Collectors.groupingBy(
                        aside -> key(aside.what(), aside.reason()),
                        Collectors.mapping(SetAside::place, Collectors.toList())));
        return counts.entrySet().stream()
                .map(reason -> new Left(
                        Words.of(reason.getKey()),
                        reason.getValue(),
                        places.getOrDefault(key(what, reason.getKey()), List.of())))
                .toList();
    }

    /** The places of what can't be read, each with its reason. */
    private static List<String> broken(List<SetAside> setAside) {
        return setAside.stream()
                .filter(aside -> aside.what().equals("BROKEN"))
                .map(aside -> aside.place() + ": " + Words.of(aside.reason()))
                .toList();
    }

    private static String key(String what, String reason) {
        return what + " " + reason;
    }
}
