package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.Correction;
import org.matterledger.values.Deviation;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;

/**
 * Records here what was recorded in another matter by mistake, at the time at which it happened: a fact, whatever it was
 * there, judged by what this matter agreed and by whom this client named. What the other matter came to know of it later
 * holds here too.
 */
final class TakingOver {

    private static final Set<Deviation> JUDGED_HERE = EnumSet.of(
            Deviation.CHANNEL_NOT_AGREED,
            Deviation.OUTSIDE_CHANNEL_WINDOW,
            Deviation.SENDER_NOT_NAMED,
            Deviation.RECIPIENT_NOT_NAMED);

    private final MatterState state;
    private final TakeOverEntry command;
    private final Facts facts;
    private final Map<PersonId, Standing> persons;
    private final List<EntryEvent> since;
    private final Correction correction;

    private TakingOver(MatterState state, TakeOverEntry command, Facts facts) {
        this.state = state;
        this.command = command;
        this.facts = facts;
        this.persons = facts.contactPersons(state.matter().clientId());
        this.since = there().stream()
                .filter(event ->
                        event instanceof EntryEvent entry && entry.about().equals(command.from()))
                .map(EntryEvent.class::cast)
                .toList();
        this.correction = corrections(since);
    }

    static Outcome decide(MatterState state, TakeOverEntry command, Facts facts) {
        return new TakingOver(state, command, facts).taken();
    }

    private Outcome taken() {
        var there = there();
        var sequence = (int) command.from().sequence();
        if (sequence >= there.size()) {
            return refusedBy(ENTRY_IS_OF_THIS_MATTER);
        }
        return there.get(sequence) instanceof ContactEvent told
                ? entry(
                        state.nextEntry().value(),
                        Stream.concat(Stream.of(taken(told)), failure().stream())
                                .toArray(LedgerEvent[]::new))
                : nothingNew();
    }

    private List<LedgerEvent> there() {
        return facts.streams().getOrDefault(command.from().matter().value(), List.of());
    }

    /** What did not arrive discharges nothing here either. */
    private Optional<DeliveryFailed> failure() {
        return since.stream()
                .filter(DeliveryFailed.class::isInstance)
                .map(DeliveryFailed.class::cast)
                .findFirst()
                .map(failed -> new DeliveryFailed(
                        command.matterId(), state.nextEntry(), failed.source(), failed.occurredAt()));
    }

    /** What was put right there, the last word on each; its threads are not those of this matter. */
    private static Correction corrections(List<EntryEvent> since) {
        var all = new Correction(null, null, null, null);
        for (var event : since) {
            if (event instanceof EntryCorrected corrected) {
                var later = corrected.correction();
                all = new Correction(
                        later.occurredAt() == null ? all.occurredAt() : later.occurredAt(),
                        null,
                        later.channel() == null ? all.channel() : later.channel(),
                        later.nature() == null ? all.nature() : later.nature());
            }
        }
        return all;
    }

    private Instant at(ContactEvent told) {
        return correction.occurredAt() == null ? told.occurredAt() : correction.occurredAt();
    }

    private ChannelKind kind(ContactEvent told) {
        return correction.channel() == null ? told.channel() : correction.channel();
    }

    private ContactEvent taken(ContactEvent told) {
        return switch (told) {
            case MessageReceived message -> received(message);
            case CallHeld call -> held(call);
            case MessageSent message -> sent(message);
            case UpdateSent update ->
                sent(update, update.by(), update.to(), MessageNature.SUBSTANTIVE, null, update.nextContactBy());
            case ReplySent reply -> sent(reply, reply.by(), reply.to(), MessageNature.SUBSTANTIVE, null, null);
            case HoldingReplySent reply ->
                sent(reply, reply.by(), reply.to(), MessageNature.HOLDING_REPLY, reply.promisedFor(), null);
            // of what was late there nothing is known here; it names a date to wait for
            case DelayNoticeSent notice ->
                sent(notice, notice.by(), notice.to(), MessageNature.HOLDING_REPLY, notice.promisedFor(), null);
        };
    }

    private MessageReceived received(MessageReceived m) {
        var deviations = deviations(m, m.deviations());
        if (m.from() == null || !persons.containsKey(m.from())) {
            deviations.add(Deviation.SENDER_NOT_NAMED);
        }
        return new MessageReceived(
                command.matterId(),
                state.nextEntry(),
                m.from(),
                kind(m),
                agreement(m),
                m.subject(),
                m.digest(),
                deviations,
                m.source(),
                null,
                null,
                correction.nature() == null ? m.nature() : correction.nature(),
                m.urgency(),
                command.from(),
                null,
                m.noAnswerSuggested(),
                m.evidence(),
                at(m));
    }

    private MessageSent sent(MessageSent m) {
        return new MessageSent(
                command.matterId(),
                state.nextEntry(),
                m.by(),
                named(m.to()),
                kind(m),
                agreement(m),
                correction.nature() == null ? m.nature() : correction.nature(),
                m.subject(),
                m.digest(),
                m.promisedFor(),
                m.nextContactBy(),
                sentDeviations(m, m.to(), m.deviations()),
                m.source(),
                null,
                null,
                command.from(),
                null,
                m.evidence(),
                at(m));
    }

    private MessageSent sent(
            ContactEvent act,
            StaffId by,
            List<Recipient> to,
            MessageNature nature,
            @Nullable LocalDate promisedFor,
            @Nullable LocalDate nextContactBy) {
        return new MessageSent(
                command.matterId(),
                state.nextEntry(),
                by,
                named(to),
                kind(act),
                agreement(act),
                correction.nature() == null ? nature : correction.nature(),
                null,
                digest(act),
                promisedFor,
                nextContactBy,
                sentDeviations(act, to, Set.of()),
                null,
                null,
                null,
                command.from(),
                null,
                null,
                at(act));
    }

    private CallHeld held(CallHeld c) {
        var person = c.person();
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(c.deviations());
        deviations.removeAll(JUDGED_HERE);
        if (person == null || !persons.containsKey(person.person())) {
            deviations.add(c.callFrom() == Party.CLIENT ? Deviation.SENDER_NOT_NAMED : Deviation.RECIPIENT_NOT_NAMED);
        }
        return new CallHeld(
                command.matterId(),
                state.nextEntry(),
                c.callFrom(),
                person == null ? null : here(person),
                c.staff(),
                kind(c),
                agreement(c),
                correction.nature() == null ? c.nature() : correction.nature(),
                c.urgency(),
                c.answered(),
                c.note(),
                deviations,
                c.source(),
                null,
                null,
                command.from(),
                at(c));
    }

    private static @Nullable ContentDigest digest(ContactEvent act) {
        return switch (act) {
            case UpdateSent update -> update.digest();
            case ReplySent reply -> reply.digest();
            case HoldingReplySent reply -> reply.digest();
            case DelayNoticeSent notice -> notice.digest();
            case MessageReceived message -> message.digest();
            case MessageSent message -> message.digest();
            case CallHeld ignored -> null;
        };
    }

    private List<Recipient> named(List<Recipient> to) {
        return to.stream()
                .filter(recipient -> persons.containsKey(recipient.person()))
                .map(this::here)
                .toList();
    }

    /** A person with the standing that it has towards this client. */
    private Recipient here(Recipient recipient) {
        return new Recipient(recipient.person(), persons.getOrDefault(recipient.person(), Standing.OTHER));
    }

    private Set<Deviation> sentDeviations(ContactEvent told, List<Recipient> to, Set<Deviation> there) {
        var deviations = deviations(told, there);
        if (named(to).isEmpty()) {
            deviations.add(Deviation.RECIPIENT_NOT_NAMED);
        }
        return deviations;
    }

    private Set<Deviation> deviations(ContactEvent told, Collection<Deviation> there) {
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(there);
        deviations.removeAll(JUDGED_HERE);
        var channel = channel(told);
        if (channel == null) {
            deviations.add(Deviation.CHANNEL_NOT_AGREED);
        } else if (!channel.openAt(local(told).toLocalTime())) {
            deviations.add(Deviation.OUTSIDE_CHANNEL_WINDOW);
        }
        return deviations;
    }

    private @Nullable Channel channel(ContactEvent told) {
        return state.channels().agreed(kind(told), local(told)).orElse(null);
    }

    private @Nullable ChannelId agreement(ContactEvent told) {
        var channel = channel(told);
        return channel == null ? null : channel.id();
    }

    private ZonedDateTime local(ContactEvent told) {
        return at(told).atZone(Writing.zone(state, facts, at(told)));
    }
}
