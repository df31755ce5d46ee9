package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.NEXT_CONTACT_IS_NOT_PAST;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_NAMES_THE_NEXT_CONTACT;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_SAYS_WHY;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.UPDATE_GOES_TO_CONTACT_PERSONS;
import static org.matterledger.command.matter.MatterRule.UPDATE_KEEPS_THE_AGREED_HOURS;
import static org.matterledger.command.matter.MatterRule.UPDATE_TAKES_AN_AGREED_CHANNEL;
import static org.matterledger.command.matter.MatterRule.WRITER_WORKS_HERE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.command.matter.MatterCommand.ReportMessage;
import org.matterledger.command.matter.MatterCommand.SendUpdate;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Deviation;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;

/** What the two sides say to each other: the client's messages as facts, the firm's updates as acts. */
final class Threads {

    /** How far another system's clock may run ahead of the ledger's (semantics 4.9, 4). */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private Threads() {}

    /** A fact is recorded whatever it departs from. The same message told twice is told apart by the caller's source. */
    static Outcome decide(MatterState state, ReportMessage command, Facts facts, LedgerTime now) {
        if (command.occurredAt().isAfter(now.instant().plus(CLOCK_DIFFERENCE))) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        var channel = channel(state, command.channel(), facts, command.occurredAt());
        var received = new MessageReceived(
                command.matterId(),
                state.nextEntry(),
                command.from(),
                command.channel(),
                channel.map(Channel::id).orElse(null),
                command.subject(),
                command.digest(),
                deviations(state, command, channel, facts),
                command.source(),
                null,
                null,
                null,
                null,
                null,
                command.occurredAt());
        return entry(received.entryId().value(), received);
    }

    static Outcome decide(MatterState state, SendUpdate command, Facts facts, LedgerTime now) {
        var persons = facts.contactPersons(state.matter().clientId());
        var channel = channel(state, command.channel(), facts, now.instant());
        var broken = firstBroken(state, command, persons, channel, facts, now);
        if (broken.isPresent()) {
            return refusedBy(broken.get());
        }
        var sent = new UpdateSent(
                command.matterId(),
                state.nextEntry(),
                command.kind(),
                command.channel(),
                channel.map(Channel::id).orElse(null),
                command.to().stream()
                        .distinct()
                        .map(person -> recipient(person, persons))
                        .toList(),
                command.by(),
                command.summary(),
                command.digest(),
                command.reason(),
                command.nextContactBy(),
                null,
                null,
                now.instant());
        return entry(sent.entryId().value(), sent);
    }

    private static Optional<Rule> firstBroken(
            MatterState state,
            SendUpdate command,
            Map<PersonId, Standing> persons,
            Optional<Channel> channel,
            Facts facts,
            LedgerTime now) {
        var zone = zone(state, facts);
        if (facts.rolesOf(command.by()).isEmpty()) {
            return Optional.of(WRITER_WORKS_HERE);
        }
        if (command.to().isEmpty() || !persons.keySet().containsAll(command.to())) {
            return Optional.of(UPDATE_GOES_TO_CONTACT_PERSONS);
        }
        if (channel.isEmpty()) {
            return Optional.of(UPDATE_TAKES_AN_AGREED_CHANNEL);
        }
        if (!channel.get().openAt(now.instant().atZone(zone).toLocalTime())) {
            return Optional.of(UPDATE_KEEPS_THE_AGREED_HOURS);
        }
        if (command.kind() == UpdateKind.NO_CHANGE && command.reason() == null) {
            return Optional.of(NO_CHANGE_SAYS_WHY);
        }
        var next = command.nextContactBy();
        if (command.kind() == UpdateKind.NO_CHANGE && next == null) {
            return Optional.of(NO_CHANGE_NAMES_THE_NEXT_CONTACT);
        }
        if (next != null && next.isBefore(now.instant().atZone(zone).toLocalDate())) {
            return Optional.of(NEXT_CONTACT_IS_NOT_PAST);
        }
        return Optional.empty();
    }

    private static Set<Deviation> deviations(
            MatterState state, ReportMessage command, Optional<Channel> channel, Facts facts) {
        var deviations = EnumSet.noneOf(Deviation.class);
        if (channel.isEmpty()) {
            deviations.add(Deviation.CHANNEL_NOT_AGREED);
        } else if (!channel.get()
                .openAt(command.occurredAt().atZone(zone(state, facts)).toLocalTime())) {
            deviations.add(Deviation.OUTSIDE_CHANNEL_WINDOW);
        }
        var from = command.from();
        if (from == null || !facts.contactPersons(state.matter().clientId()).containsKey(from)) {
            deviations.add(Deviation.SENDER_NOT_NAMED);
        }
        return deviations;
    }

    private static Recipient recipient(PersonId person, Map<PersonId, Standing> persons) {
        return new Recipient(person, persons.getOrDefault(person, Standing.OTHER));
    }

    private static Optional<Channel> channel(MatterState state, ChannelKind kind, Facts facts, Instant at) {
        return state.channels().agreed(kind, at.atZone(zone(state, facts)));
    }

    private static ZoneId zone(MatterState state, Facts facts) {
        var matter = state.matter();
        return facts.version(matter.calendarId(), matter.calendarVersion())
                .calendar()
                .zone();
    }
}
