package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE;
import static org.matterledger.command.matter.MatterRule.NEXT_CONTACT_IS_NOT_PAST;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_NAMES_THE_NEXT_CONTACT;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_SAYS_WHY;
import static org.matterledger.command.matter.MatterRule.PROMISED_DATE_IS_AHEAD_AND_OPEN;
import static org.matterledger.command.matter.MatterRule.PROMISE_NAMES_A_DATE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.ContactCommand.ContactAct;
import org.matterledger.command.matter.ContactCommand.SendDelayNotice;
import org.matterledger.command.matter.ContactCommand.SendHoldingReply;
import org.matterledger.command.matter.ContactCommand.SendReply;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.values.Deviation;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.UpdateKind;

/** What the firm says to its client, asked of the ledger: refused by name where a rule forbids it. */
final class ContactActs {

    private ContactActs() {}

    static Outcome decide(MatterState state, ContactAct command, Facts facts, LedgerTime now) {
        var writing = new Writing(state, facts, command.channel(), command.to(), command.by(), now);
        var broken = writing.forbidden().or(() -> broken(state, command, facts, now));
        if (broken.isPresent()) {
            return refusedBy(broken.get());
        }
        var event = event(state, command, writing, deviations(command, writing, facts), now);
        return entry(event.entryId().value(), event);
    }

    private static Optional<Rule> broken(MatterState state, ContactAct command, Facts facts, LedgerTime now) {
        return switch (command) {
            case SendUpdate update -> broken(state, update, facts, now);
            case SendReply ignored -> Optional.empty();
            case SendHoldingReply holding -> promise(state, holding.promisedFor(), holding.promisedTime(), facts, now);
            case SendDelayNotice notice ->
                promised(state, notice)
                        ? promise(state, notice.promisedFor(), notice.promisedTime(), facts, now)
                        : Optional.of(DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE);
        };
    }

    private static Optional<Rule> broken(MatterState state, SendUpdate command, Facts facts, LedgerTime now) {
        var next = command.nextContactBy();
        if (withoutReason(command) && facts.enforced(NO_CHANGE_SAYS_WHY)) {
            return Optional.of(NO_CHANGE_SAYS_WHY);
        }
        if (withoutNextContact(command) && facts.enforced(NO_CHANGE_NAMES_THE_NEXT_CONTACT)) {
            return Optional.of(NO_CHANGE_NAMES_THE_NEXT_CONTACT);
        }
        var zone = Writing.zone(state, facts, now.instant());
        if (next != null && next.isBefore(now.instant().atZone(zone).toLocalDate())) {
            return Optional.of(NEXT_CONTACT_IS_NOT_PAST);
        }
        return Optional.empty();
    }

    private static boolean withoutReason(SendUpdate command) {
        return command.kind() == UpdateKind.NO_CHANGE && command.reason() == null;
    }

    private static boolean withoutNextContact(SendUpdate command) {
        return command.kind() == UpdateKind.NO_CHANGE && command.nextContactBy() == null;
    }

    /** How an act departs from rules of which the firm only warns. */
    private static Set<Deviation> deviations(ContactAct command, Writing writing, Facts facts) {
        var deviations = EnumSet.noneOf(Deviation.class);
        if (writing.warnedOfHours()) {
            deviations.add(Deviation.OUTSIDE_CHANNEL_WINDOW);
        }
        if (command instanceof SendUpdate update) {
            if (withoutReason(update) && facts.warns(NO_CHANGE_SAYS_WHY)) {
                deviations.add(Deviation.NO_CHANGE_WITHOUT_REASON);
            }
            if (withoutNextContact(update) && facts.warns(NO_CHANGE_NAMES_THE_NEXT_CONTACT)) {
                deviations.add(Deviation.NO_CHANGE_WITHOUT_NEXT_CONTACT);
            }
        }
        return deviations;
    }

    private static boolean promised(MatterState state, SendDelayNotice notice) {
        var owed = state.duties().find(notice.about());
        return owed != null
                && owed.open()
                && (owed.kind() == ObligationKind.KEEP_PROMISE || owed.kind() == ObligationKind.DELIVER_TASK);
    }

    /** A date to wait for, or a time of it: named, ahead, on an open day, and not too far away (semantics 4.2, 7). */
    private static Optional<Rule> promise(
            MatterState state, @Nullable LocalDate day, @Nullable LocalTime time, Facts facts, LedgerTime now) {
        if (day == null) {
            return Optional.of(PROMISE_NAMES_A_DATE);
        }
        var terms = state.terms().at(now.instant());
        var promisable =
                terms.policy() == null || new DueTimes(terms, facts.yardsticks(), now.instant()).promisable(day, time);
        return promisable ? Optional.empty() : Optional.of(PROMISED_DATE_IS_AHEAD_AND_OPEN);
    }

    private static ContactEvent event(
            MatterState state, ContactAct command, Writing writing, Set<Deviation> deviations, LedgerTime now) {
        var matter = command.matterId();
        var id = state.nextEntry();
        return switch (command) {
            case SendUpdate update ->
                new UpdateSent(
                        matter,
                        id,
                        update.kind(),
                        update.channel(),
                        writing.agreement(),
                        writing.recipients(),
                        update.by(),
                        update.summary(),
                        update.digest(),
                        update.reason(),
                        update.nextContactBy(),
                        update.thread(),
                        update.inReplyTo(),
                        deviations,
                        now.instant());
            case SendReply reply ->
                new ReplySent(
                        matter,
                        id,
                        reply.channel(),
                        writing.agreement(),
                        writing.recipients(),
                        reply.by(),
                        reply.digest(),
                        reply.thread(),
                        reply.inReplyTo(),
                        deviations,
                        now.instant());
            case SendHoldingReply holding ->
                new HoldingReplySent(
                        matter,
                        id,
                        holding.channel(),
                        writing.agreement(),
                        writing.recipients(),
                        holding.by(),
                        named(holding.promisedFor()),
                        holding.promisedTime(),
                        holding.digest(),
                        holding.thread(),
                        holding.inReplyTo(),
                        deviations,
                        now.instant());
            case SendDelayNotice notice ->
                new DelayNoticeSent(
                        matter,
                        id,
                        notice.about(),
                        notice.channel(),
                        writing.agreement(),
                        writing.recipients(),
                        notice.by(),
                        named(notice.promisedFor()),
                        notice.promisedTime(),
                        notice.reason(),
                        notice.digest(),
                        notice.thread(),
                        notice.inReplyTo(),
                        deviations,
                        now.instant());
        };
    }

    private static LocalDate named(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("A promise without a date was refused before");
        }
        return day;
    }
}
