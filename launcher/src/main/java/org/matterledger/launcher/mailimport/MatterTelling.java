package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller.Reference;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.command.Sources;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.command.matter.MatterCommands.Mail;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.DateBasis;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;

/** Tells one matter its letters, in their order and in their time. */
final class MatterTelling {

    /**
     * The parts of the ledger that telling needs.
     *
     * @param actor who tells
     */
    record Ledger(CommandPort commands, Confidential confidential, Sources sources, ImportIds ids, String actor) {}

    /** Under which letters are claimed, each with its identity. */
    static final String LETTER = "mail";

    private static final String THREAD = "mail-thread";
    private static final String SAME = "mail-same-letter";

    private final Ledger ledger;
    private final MatterId matter;
    private final Persons.OfClient persons;
    private final Staffing staffing;
    private final String mailbox;
    private final boolean fresh;
    private final Set<String> threads = new HashSet<>();
    private final Map<String, EntryId> entries = new HashMap<>();
    private final Map<String, EntryId> firsts = new HashMap<>();

    /**
     * @param mailbox what the mailbox is called: where to find the letters begins with it
     * @param fresh whether the matter was only just opened, and so knows nothing yet
     */
    MatterTelling(
            Ledger ledger,
            MatterId matter,
            Persons.OfClient persons,
            Staffing staffing,
            String mailbox,
            boolean fresh) {
        this.fresh = fresh;
        this.ledger = ledger;
        this.matter = matter;
        this.persons = persons;
        this.staffing = staffing;
        this.mailbox = mailbox;
    }

    /** @return whether the matter didn't know the letter */
    boolean tell(Told told) {
        return !told(told).repeated();
    }

    /** Tells the letter, and gives what the matter made of it. */
    Receipt told(Told told) {
        var letter = told.letter();
        openThread(told);
        var original = original(letter);
        var mail = mail(told, original.orElse(null));
        var references = new ArrayList<>(List.of(reference(LETTER, letter.identity())));
        if (original.isEmpty()) {
            references.add(reference(SAME, letter.sameLetter()));
        }
        var receipt = send(letter.at(), LETTER, letter.identity(), command(told, mail), references);
        var entry = new EntryId(Objects.requireNonNull(receipt.entry()));
        entries.put(letter.identity(), entry);
        firsts.putIfAbsent(letter.sameLetter(), entry);
        return receipt;
    }

    /** Records what the clock brought about after the last letter. */
    void passTime(Instant until) {
        ledger.commands().send(Callers.at(until), MatterCommands.letTimePass(matter));
    }

    private void openThread(Told told) {
        if (threads.add(told.thread())) {
            var letter = told.letter();
            var subject = letter.subject().isBlank() ? "(no subject)" : letter.subject();
            var source = new Source(THREAD, told.thread());
            var command = MatterCommands.openThread(
                    matter,
                    ledger.ids().thread(matter, told.thread()),
                    ledger.confidential().seal(matter.value(), subject),
                    source);
            send(letter.at(), THREAD, told.thread(), command, List.of(new Reference(matter.value(), source)));
        }
    }

    /** The same letter under another id, of this mailbox or of an earlier import. */
    private Optional<EntryId> original(Letter letter) {
        var here = firsts.get(letter.sameLetter());
        var first = here != null ? Optional.of(here) : found(SAME, letter.sameLetter());
        return first.filter(entry -> !entry.equals(entries.get(letter.identity())))
                .filter(entry -> !Optional.of(entry).equals(found(LETTER, letter.identity())));
    }

    private Mail mail(Told told, @Nullable EntryId original) {
        var letter = told.letter();
        return new Mail(
                matter,
                subject(told),
                letter.digest(),
                nature(letter.kind()),
                ledger.ids().thread(matter, told.thread()),
                answered(letter),
                new Source(LETTER, letter.identity()),
                original,
                ledger.confidential().seal(matter.value(), place(letter)),
                letter.dated() != DateBasis.DATE_HEADER,
                !told.byFirm() && letter.thanks(),
                letter.at());
    }

    private LedgerCommand command(Told told, Mail mail) {
        var whose = persons(told);
        return told.byFirm()
                ? MatterCommands.sent(writer(told.letter()), whose, mail)
                : MatterCommands.received(whose.stream().findFirst().orElse(null), mail);
    }

    private List<PersonId> persons(Told told) {
        return told.outside().stream()
                .<PersonId>mapMulti((address, next) -> {
                    var person = persons.of(address);
                    if (person != null) {
                        next.accept(person);
                    }
                })
                .distinct()
                .toList();
    }

    /** A machine is nobody. */
    private @Nullable StaffId writer(Letter letter) {
        Address from = letter.from();
        return from == null || letter.kind() != Kind.PERSONAL ? null : staffing.of(from);
    }

    /** Under the key of who wrote, or of the first who was written to; who was erased is written of no more. */
    private @Nullable ConfidentialText subject(Told told) {
        return persons(told).stream()
                .findFirst()
                .filter(person -> !persons.erased().contains(person)
                        && !told.letter().subject().isBlank())
                .map(person ->
                        ledger.confidential().seal(person.value(), told.letter().subject()))
                .orElse(null);
    }

    private @Nullable EntryId answered(Letter letter) {
        for (var id : letter.references().reversed()) {
            var here = entries.get(id);
            if (here != null) {
                return here;
            }
        }
        return letter.references().isEmpty()
                ? null
                : found(LETTER, letter.references().getLast()).orElse(null);
    }

    private String place(Letter letter) {
        return "%s: %s, %d bytes".formatted(mailbox, letter.place(), letter.size());
    }

    private Optional<EntryId> found(String system, String id) {
        return fresh
                ? Optional.empty()
                : ledger.sources().find(matter.value(), new Source(system, id)).map(EntryId::new);
    }

    private Reference reference(String system, String id) {
        return new Reference(matter.value(), new Source(system, id));
    }

    private Receipt send(Instant at, String what, String id, LedgerCommand command, List<Reference> references) {
        var fingerprint = ledger.ids().fingerprint(what, id);
        return ledger.commands().send(Callers.at(ledger.actor(), at, fingerprint), command, references);
    }

    private static MessageNature nature(Kind kind) {
        return switch (kind) {
            case PERSONAL -> MessageNature.SUBSTANTIVE;
            case AUTOMATIC, BULK, DRAFT -> MessageNature.AUTOMATIC;
            case BOUNCE -> MessageNature.BOUNCE;
            case READ_RECEIPT -> MessageNature.READ_RECEIPT;
        };
    }
}
