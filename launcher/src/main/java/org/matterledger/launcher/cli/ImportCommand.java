package org.matterledger.launcher.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.mailimport.ConsoleProgress;
import org.matterledger.launcher.mailimport.ImportOfMail;
import org.matterledger.launcher.mailimport.ImportReport;
import org.matterledger.launcher.mailimport.ImportTerms;
import org.matterledger.launcher.mailimport.MatterBy;
import org.matterledger.query.MailReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds a mailbox to a ledger that runs, is stopped, or is made for it. */
@Command(
        name = "import",
        description = {
            "Reads a mailbox and tells the ledger, matter by matter and each in its own time, what client and firm wrote to"
                    + " each other; prints what became of the firm's replies and where it was silent.",
            "Running it again adds only what is new."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int STOPPED = 130;

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final StoreOptions record = new StoreOptions();

    @Parameters(
            paramLabel = "PATH",
            description = "A Maildir, a folder tree with one message per file, an mbox, or one of these in a ZIP.")
    private Path path = Path.of("");

    @Option(names = "--firm-domain", paramLabel = "DOMAIN", description = "Who writes from it writes for the firm.")
    private List<String> domains = List.of();

    @Option(names = "--firm-address", paramLabel = "ADDRESS", description = "A single address of the firm.")
    private List<String> addresses = List.of();

    @Option(
            names = "--colleagues",
            paramLabel = "FILE",
            description =
                    "CSV: address,name,roles,team. Roles are separated by semicolons. Who stands there writes for the"
                            + " firm.")
    private @Nullable Path colleagues;

    @Option(
            names = "--matter-by",
            paramLabel = "WHAT",
            defaultValue = "client",
            description =
                    "A matter for each client (an address of a public mail provider, or a company's domain) or for"
                            + " each thread: client or thread (default: ${DEFAULT-VALUE}).")
    private MatterBy matterBy = MatterBy.CLIENT;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description =
                    "CSV: address,client,matter. An address may be a whole domain, a matter the id of one that the"
                            + " ledger has.")
    private @Nullable Path map;

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "The firm's hours, as JSON in the form that POST /calendars takes.")
    private @Nullable Path calendar;

    @Option(
            names = "--silence-limit",
            paramLabel = "DAYS",
            description = "The longest silence in local days (default: the policy's).")
    private @Nullable Integer silenceLimit;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description =
                    "Up to when time passes in the matters, like 2026-01-31T18:00:00Z (default: the newest letter),"
                            + " or “now”: then the ledger's own clock follows them from here on.")
    private @Nullable String until;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Writes the report to a file whose name ends in .json, .html or .pdf. May be given repeatedly.")
    private List<Path> reports = List.of();

    @Option(names = "--dry-run", description = "Only says what would be imported.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        reports.forEach(ReportFile::of);
        var now = ledger.clock().now();
        var terms = until(ImportTerms.of(domains, addresses, colleagues, matterBy, map, calendar, silenceLimit), now);
        var progress = new ConsoleProgress(System.err, System.console() != null, System::nanoTime);
        var planned = ImportOfMail.planned(path, terms, now, progress);
        if (dryRun) {
            print(planned.foreseen());
            return 0;
        }
        try (var database = ledger.anyDatabaseOrNew();
                var console =
                        LedgerConsole.open(record.place(), database.access(), database.secrets(), ledger.clock())) {
            var done = planned.run(console);
            print(done);
            reports.forEach(file -> ReportFile.of(file).write(console.bean(MailReports.class), done.run()));
            return 0;
        } catch (InterruptedException stopped) {
            spec.commandLine()
                    .getErr()
                    .println("ledger: the import was stopped; run again, it goes on where it stopped");
            return STOPPED;
        }
    }

    private ImportTerms until(ImportTerms terms, Instant now) {
        if (until == null) {
            return terms;
        }
        if (until.equals("now")) {
            return terms.until(now, true);
        }
        try {
            var instant = Instant.parse(until);
            if (instant.isAfter(now)) {
                throw new CannotRun("--until " + until + " is yet to come");
            }
            return terms.until(instant, false);
        } catch (DateTimeParseException e) {
            throw new CannotRun("--until takes an instant like 2026-01-31T18:00:00Z, or now, not " + until, e);
        }
    }

    private void print(ImportReport told) {
        var out = spec.commandLine().getOut();
        told.lines().forEach(out::println);
        out.flush();
    }
}
