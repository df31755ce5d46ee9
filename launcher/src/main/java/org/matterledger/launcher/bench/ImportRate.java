package org.matterledger.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.mailimport.ImportOfMail;
import org.matterledger.launcher.mailimport.ImportTerms;
import org.matterledger.launcher.mailimport.MatterBy;
import org.matterledger.launcher.mailimport.Progress;

/** An import of made-up mail from the file to the record, beside a pass that only reads and places the same file. */
final class ImportRate {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WARM_UP = 2000;
    private static final int GOAL = 500;

    private final int runs;
    private final int messages;

    ImportRate(int runs, int messages) {
        this.runs = runs;
        this.messages = messages;
    }

    /** @param fresh opens a node on an empty database of its own each time */
    void run(Path directory, Supplier<LedgerConsole> fresh, Figures figures) throws IOException, InterruptedException {
        var small = directory.resolve("warm-up.mbox");
        var large = directory.resolve("mail.mbox");
        SampleMailbox.write(small, WARM_UP);
        SampleMailbox.write(large, messages);
        for (var round = 0; round < 2; round++) {
            imported(small, fresh);
        }
        var read = new double[runs];
        var imported = new double[runs];
        for (var run = 0; run < runs; run++) {
            var start = System.nanoTime();
            planned(large);
            read[run] = perSecond(start);
            imported[run] = imported(large, fresh);
        }
        var rate = Measure.median(imported);
        figures.atLeast(
                "import of " + messages + " messages, against reading and placing them only",
                Figures.perSecond(rate),
                Figures.perSecond(Measure.median(read)),
                rate,
                GOAL);
        figures.atMost(
                "memory in use after it",
                usedMegabytes() + " MB",
                Runtime.getRuntime().maxMemory() / 1_000_000 + " MB",
                usedMegabytes(),
                512);
    }

    /** From the file on, into a ledger that has just been opened. */
    private double imported(Path mail, Supplier<LedgerConsole> fresh) throws InterruptedException {
        try (var console = fresh.get()) {
            var start = System.nanoTime();
            var report = planned(mail).run(console);
            if (report.run() == null) {
                throw new IllegalStateException("Nothing was imported");
            }
            return perSecond(start);
        }
    }

    private static ImportOfMail planned(Path mail) {
        var terms = ImportTerms.of(List.of(SampleMailbox.FIRM), List.of(), null, MatterBy.CLIENT, null, null, null);
        return ImportOfMail.planned(mail, terms, NOW, Progress.NONE);
    }

    private double perSecond(long start) {
        return messages * 1e9 / (System.nanoTime() - start);
    }

    private static long usedMegabytes() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }
}
