package org.matterledger.launcher.mailimport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Histories;
import org.matterledger.query.Histories.History;
import org.matterledger.query.Histories.Owed;
import org.matterledger.query.Tally;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;

/** What an import found, as it is printed at its end: counts, what became of duties, and the longest silences; no names. */
public final class ImportReport {

    private static final int SILENCES = 5;
    private static final int PLACES = 20;

    private final @Nullable String run;
    private final List<String> lines;

    private ImportReport(@Nullable String run, List<String> lines) {
        this.run = run;
        this.lines = List.copyOf(lines);
    }

    /** By which the run is found again; absent for one that was only foreseen. */
    public @Nullable String run() {
        return run;
    }

    /** As printed. */
    public List<String> lines() {
        return lines;
    }

    static ImportReport foreseen(ImportRows.Counts counts, int matters, Plan plan) {
        var lines = new ArrayList<>(counts(counts, matters, plan));
        lines.add("nothing was imported: this was a dry run");
        return new ImportReport(null, lines);
    }

    static ImportReport of(Outcome outcome, Histories histories, Plan plan) {
        var lines = new ArrayList<>(counts(outcome.counts(), outcome.matters().size(), plan));
        var until = outcome.until();
        if (until != null) {
            var told = histories.recorded(outcome.matters(), until);
            lines.add("time passed up to " + until);
            Tally.byKind(told).forEach((kind, tally) -> lines.add(line(kind, tally)));
            lines.addAll(replies(told));
            lines.addAll(silences(told, until));
        }
        outcome.assumed().forEach(assumption -> lines.add("assumed: " + assumption));
        return new ImportReport(outcome.run(), lines);
    }

    private static List<String> counts(ImportRows.Counts counts, int matters, Plan plan) {
        var lines = new ArrayList<String>();
        lines.add("read        " + counts.read());
        lines.add("imported    " + counts.imported());
        lines.add("duplicates  " + counts.duplicates());
        lines.add("broken      " + counts.broken());
        plan.broken().stream()
                .limit(PLACES)
                .forEach(broken -> lines.add("  " + broken.place() + ": " + broken.reason()));
        lines.add("unassigned  " + counts.unassigned() + reasons(ImportCounts.byReason(plan.unassigned())));
        lines.add("skipped     "
                + counts.skipped().values().stream().mapToLong(n -> n).sum() + reasons(counts.skipped()));
        lines.add("matters     " + matters);
        lines.add("threads     " + counts.threads());
        return lines;
    }

    private static String reasons(Map<String, Long> counts) {
        var parts = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(reason -> word(reason.getKey()) + " " + reason.getValue())
                        .toList();
        return parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")";
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(ObligationKind kind, Tally tally) {
        var line = "%-14s armed %d, kept %d, kept late %d, broken %d, open %d"
                .formatted(
                        word(kind.name()), tally.armed(), tally.kept(), tally.keptLate(), tally.broken(), tally.open());
        var renewed = tally.promisedAnew() == 0 ? "" : ", promised anew " + tally.promisedAnew();
        return line + renewed + (tally.cancelled() == 0 ? "" : ", cancelled " + tally.cancelled());
    }

    /** How long clients waited for answers, in working hours. */
    private static List<String> replies(List<History> told) {
        var hours = told.stream()
                .flatMap(history -> history.owed().stream())
                .filter(owed -> owed.kind() == ObligationKind.REPLY && Tally.done(owed))
                .map(owed -> owed.ran().business())
                .sorted()
                .toList();
        if (hours.isEmpty()) {
            return List.of();
        }
        return List.of("answers after %s working hours in the middle, nine of ten within %s, the slowest after %s"
                .formatted(
                        inHours(hours.get(hours.size() / 2)),
                        inHours(hours.get((int) Math.ceil(hours.size() * 0.9) - 1)),
                        inHours(hours.getLast())));
    }

    private static String inHours(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMinutes() / 60.0);
    }

    private record Silence(MatterId matter, Owed owed, Instant to) {

        long days() {
            return Duration.between(owed.since(), to).toDays();
        }
    }

    /** Where neither side wrote any more the matter may have come to its end: that is no silence of the firm's. */
    private static List<String> silences(List<History> told, Instant until) {
        return told.stream()
                .flatMap(history -> history.owed().stream()
                        .filter(owed -> owed.kind() == ObligationKind.KEEP_INFORMED)
                        .filter(owed -> owed.endedAt() != null || owed.asked() != null)
                        .map(owed ->
                                new Silence(history.matter(), owed, owed.endedAt() == null ? until : owed.endedAt())))
                .sorted(Comparator.comparingLong(Silence::days)
                        .reversed()
                        .thenComparing(silence -> silence.matter().value()))
                .limit(SILENCES)
                .map(silence -> "silence of %d days in %s, from %s to %s"
                        .formatted(
                                silence.days(), silence.matter(), silence.owed().since(), silence.to()))
                .toList();
    }
}
