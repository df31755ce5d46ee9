package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.List;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.launcher.mail.Correspondence;
import org.matterledger.launcher.mail.Reading;
import org.matterledger.query.StoredJson;

/**
 * Tells a running ledger letters as they come: by the rules of an import and under the same ids, so that it goes on where
 * an import ended, but at the ledger's own time.
 */
public final class LiveTelling {

    private static final String ACTOR = "integration:mail";

    private final LedgerParts ledger;

    LiveTelling(LedgerParts ledger) {
        this.ledger = ledger.speakingThrough(new AtTheClocksTime(ledger.commands()));
    }

    /**
     * A mailbox that is watched.
     *
     * @param id by which it is known for ever; it says nothing
     * @param name what it is called where a letter is said to be found
     */
    public record Watched(String id, String name) {}

    /**
     * A message as it was found in a watched mailbox.
     *
     * @param mark by which the mailbox knows it again
     * @param reading as long as which its marks mean the same; empty where they always do
     */
    public record Seen(String mark, String reading, Reading message) {}

    /**
     * Tells each letter that the ledger doesn't know yet; what can't be placed or read is kept beside the record.
     *
     * @param terms who is the firm, and to which matter a letter belongs
     * @return how many were new
     */
    public long tell(ImportTerms terms, Watched mailbox, List<Seen> seen, Instant now) throws InterruptedException {
        var told = ledger.knownClients().added(terms);
        var traces = ledger.traces();
        var messages = seen.stream().map(Seen::message).toList();
        var plan = Planning.of(
                Correspondence.goingOn(messages, traces), told.firm(), told.mappings(), told.matterBy(), traces);
        var rows = new LivingRows(ledger, new StoredJson(), mailbox, seen);
        return new MailImport(ledger, rows, told.until(now, true), plan, mailbox.name(), Progress.NONE)
                .run()
                .counts()
                .imported();
    }

    /** What an import tells in the time that it tells of, living mail tells at the clock's. */
    private record AtTheClocksTime(CommandPort commands) implements CommandPort {

        @Override
        public Receipt send(Caller caller, LedgerCommand command, List<Caller.Reference> references) {
            var live = new Caller(
                    ACTOR,
                    caller.staff(),
                    caller.roles(),
                    caller.key(),
                    caller.fingerprint(),
                    caller.expectedVersion(),
                    "live",
                    null);
            return commands.send(live, command, references);
        }
    }
}
