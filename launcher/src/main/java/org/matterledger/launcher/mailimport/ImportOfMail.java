package org.matterledger.launcher.mailimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.mail.CannotRead;
import org.matterledger.launcher.mail.Correspondence;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Mailbox;
import org.matterledger.query.Histories;

/** An import from the path to the report: reads a mailbox, plans, and tells a ledger. */
public final class ImportOfMail {

    private static final int DOMAINS_SHOWN = 5;

    private final Path path;
    private final ImportTerms terms;
    private final Progress progress;
    private final Correspondence correspondence;

    private ImportOfMail(Path path, ImportTerms terms, Progress progress, Correspondence correspondence) {
        this.path = path;
        this.terms = terms;
        this.progress = progress;
        this.correspondence = correspondence;
    }

    /**
     * Reads the mailbox, and changes nothing.
     *
     * @param now no letter was written later
     * @throws CannotRun where there is no mail, or nobody said who the firm is; in one line
     */
    public static ImportOfMail planned(Path path, ImportTerms terms, Instant now, Progress progress) {
        if (!Files.exists(path)) {
            throw new CannotRun("there is nothing at " + path);
        }
        var correspondence = read(path, now, progress);
        if (correspondence.letters().isEmpty() && correspondence.broken().isEmpty()) {
            throw new CannotRun("there is no message in " + path);
        }
        if (!terms.firm().named()) {
            throw new CannotRun(whoIsTheFirm(correspondence));
        }
        return new ImportOfMail(path, terms, progress, correspondence);
    }

    private static Plan plan(Correspondence correspondence, ImportTerms terms) {
        return Planning.of(correspondence, terms.firm(), terms.mappings(), terms.matterBy());
    }

    static Correspondence read(Path path, Instant now, Progress progress) {
        try (var mailbox = Mailbox.open(path)) {
            progress.step("bytes", mailbox.bytes());
            var read = Correspondence.read(mailbox, now, progress::done);
            progress.end();
            return read;
        } catch (CannotRead e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotRun("cannot read " + path, e);
        }
    }

    /** One line that names the domains from which most is written. */
    private static String whoIsTheFirm(Correspondence correspondence) {
        var counts = correspondence.letters().stream()
                .filter(letter -> letter.kind() == Kind.PERSONAL)
                .mapMulti((letter, next) -> {
                    var from = letter.from();
                    if (from != null && Belonging.reachable(from)) {
                        next.accept(from.domain());
                    }
                })
                .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()));
        var most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(DOMAINS_SHOWN)
                .map(domain -> domain.getKey() + " (" + domain.getValue() + ")")
                .toList();
        return "who is the firm? Name it with --firm-domain DOMAIN or --firm-address ADDRESS, each as often as needed;"
                + " most letters come from " + String.join(", ", most);
    }

    /** What would be imported into a ledger that knows nobody yet. */
    public ImportReport foreseen() {
        var plan = plan(correspondence, terms);
        return ImportReport.foreseen(ImportCounts.foreseen(plan), plan.matters().size(), plan);
    }

    /**
     * Tells the ledger.
     *
     * @throws InterruptedException when it was stopped; run again, it goes on
     */
    public ImportReport run(LedgerConsole console) throws InterruptedException {
        return run(console::bean);
    }

    /** Gives the beans of a ledger, whatever runs it. */
    interface Beans {
        <T> T bean(Class<T> type);
    }

    ImportReport run(Beans ledger) throws InterruptedException {
        var parts = ledger.bean(LedgerParts.class);
        var known = parts.knownClients().added(terms);
        var plan = plan(correspondence, known);
        var outcome = new MailImport(parts, parts.rows(), known, plan, name(), progress).run();
        return ImportReport.of(outcome, ledger.bean(Histories.class), plan);
    }

    private String name() {
        @Nullable Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "/" : last.toString();
    }
}
