package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.values.MessageNature.HOLDING_REPLY;
import static org.matterledger.values.MessageNature.SUBSTANTIVE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.Deviation;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.Recipient;
import org.matterledger.values.StaffId;

/**
 * Records here what was recorded in another matter by mistake, at the time at which it happened: a fact, whatever it was
 * there, judged by what this matter agreed and by whom this client named. What the other matter came to know of it later
 * holds here too.
 */
final class TakingOver {

    private final MatterState state;
    private final TakeOverEntry command;
    private final EntryThere there;
    private final Judging judging;

    private TakingOver(MatterState state, TakeOverEntry command, Facts facts, EntryThere there) {
        this.state = state;
        this.command = command;
        this.there = there;
        this.judging = new Judging(state, facts, there.channel(), there.at());
    }

    static Outcome decide(MatterState state, TakeOverEntry command, Facts facts) {
        var from = command.from();
        var stream = facts.streams().getOrDefault(from.matter().value(), List.of());
        var sequence = (int) from.sequence();
        if (sequence >= stream.size()) {
            return refusedBy(ENTRY_IS_OF_THIS_MATTER);
        }
        return stream.get(sequence) instanceof ContactEvent told
                ? new TakingOver(state, command, facts, new EntryThere(from, told, stream)).taken()
                : nothingNew();
    }

    private Outcome taken() {
        return entry(
                state.nextEntry().value(),
                Stream.concat(Stream.of(taken(there.told())), failure().stream())
                        .toArray(LedgerEvent[]::new));
    }

    /** What did not arrive discharges nothing here either. */
    private Optional<DeliveryFailed> failure() {
        return there.failure()
                .map(failed -> new DeliveryFailed(
                        command.matterId(), state.nextEntry(), failed.source(), failed.occurredAt()));
    }

    private ContactEvent taken(ContactEvent told) {
        return switch (told) {
            case MessageReceived message -> received(message);
            case CallHeld call -> held(call);
            case MessageSent message -> sent(message);
            case UpdateSent update ->
                sent(update.by(), update.to(), update.digest(), SUBSTANTIVE, null, null, update.nextContactBy());
            case ReplySent reply -> sent(reply.by(), reply.to(), reply.digest(), SUBSTANTIVE, null, null, null);
            case HoldingReplySent reply ->
                sent(
                        reply.by(),
                        reply.to(),
                        reply.digest(),
                        HOLDING_REPLY,
                        reply.promisedFor(),
                        reply.promisedTime(),
                        null);
            // of what was late there nothing is known here; it names a date to wait for, or by which the client hears
            // again; a next contact is promised for a day, whatever time was stated there
            case DelayNoticeSent notice ->
                there.inNoThread()
                        ? sent(notice.by(), notice.to(), notice.digest(), SUBSTANTIVE, null, null, notice.promisedFor())
                        : sent(
                                notice.by(),
                                notice.to(),
                                notice.digest(),
                                HOLDING_REPLY,
                                notice.promisedFor(),
                                notice.promisedTime(),
                                null);
        };
    }

    private MessageReceived received(MessageReceived m) {
        var deviations = deviations(m.deviations());
        if (!judging.names(m.from())) {
            deviations.add(Deviation.SENDER_NOT_NAMED);
        }
        return new MessageReceived(
                command.matterId(),
                state.nextEntry(),
                m.from(),
                there.channel(),
                judging.agreement(),
                m.subject(),
                m.digest(),
                deviations,
                m.source(),
                null,
                null,
                there.trueNature().orElse(m.nature()),
                m.urgency(),
                command.from(),
                null,
                m.noAnswerSuggested(),
                m.evidence(),
                there.at());
    }

    private MessageSent sent(MessageSent m) {
        return new MessageSent(
                command.matterId(),
                state.nextEntry(),
                m.by(),
                named(m.to()),
                there.channel(),
                judging.agreement(),
                there.trueNature().orElse(m.nature()),
                m.subject(),
                m.digest(),
                m.promisedFor(),
                m.promisedTime(),
                m.nextContactBy(),
                sentDeviations(m.to(), m.deviations()),
                m.source(),
                null,
                null,
                command.from(),
                null,
                inNoThread(),
                m.evidence(),
                there.at());
    }

    private MessageSent sent(
            StaffId by,
            List<Recipient> to,
            @Nullable ContentDigest digest,
            MessageNature nature,
            @Nullable LocalDate promisedFor,
            @Nullable LocalTime promisedTime,
            @Nullable LocalDate nextContactBy) {
        return new MessageSent(
                command.matterId(),
                state.nextEntry(),
                by,
                named(to),
                there.channel(),
                judging.agreement(),
                there.trueNature().orElse(nature),
                null,
                digest,
                promisedFor,
                promisedTime,
                nextContactBy,
                sentDeviations(to, Set.of()),
                null,
                null,
                null,
                command.from(),
                null,
                inNoThread(),
                null,
                there.at());
    }

    /** Its thread there is none here: it speaks in the general one, but for what speaks in none. */
    private @Nullable Boolean inNoThread() {
        return there.inNoThread() ? true : null;
    }

    private CallHeld held(CallHeld c) {
        var person = c.person();
        var deviations = Judging.notJudged(c.deviations());
        if (person == null || !judging.names(person.person())) {
            deviations.add(c.callFrom() == Party.CLIENT ? Deviation.SENDER_NOT_NAMED : Deviation.RECIPIENT_NOT_NAMED);
        }
        return new CallHeld(
                command.matterId(),
                state.nextEntry(),
                c.callFrom(),
                person == null ? null : judging.recipient(person.person()),
                c.staff(),
                there.channel(),
                judging.agreement(),
                there.trueNature().orElse(c.nature()),
                c.urgency(),
                c.answered(),
                c.note(),
                deviations,
                c.source(),
                null,
                null,
                command.from(),
                there.at());
    }

    private List<Recipient> named(List<Recipient> to) {
        return judging.named(to.stream().map(Recipient::person));
    }

    private Set<Deviation> sentDeviations(List<Recipient> to, Set<Deviation> found) {
        var deviations = deviations(found);
        if (named(to).isEmpty()) {
            deviations.add(Deviation.RECIPIENT_NOT_NAMED);
        }
        return deviations;
    }

    private Set<Deviation> deviations(Set<Deviation> found) {
        var deviations = Judging.notJudged(found);
        judging.ofChannel().ifPresent(deviations::add);
        return deviations;
    }
}
