package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.ContactCommand.ContactFact;
import org.matterledger.command.matter.ContactCommand.ReportCall;
import org.matterledger.command.matter.ContactCommand.ReportMessage;
import org.matterledger.command.matter.ContactCommand.ReportSent;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.values.Deviation;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.Urgency;

/**
 * What the two sides said to each other, told afterwards. A fact is recorded whatever it departs from, with its
 * deviations; the same message told twice is told apart by the caller's source.
 */
final class ContactFacts {

    /** How far another system's clock may run ahead of the ledger's (semantics 4.9, 4). */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final MatterState state;
    private final Facts facts;
    private final ContactFact told;
    private final Instant now;
    private final boolean simulated;
    private final Judging judging;
    private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);

    private ContactFacts(MatterState state, Facts facts, ContactFact told, LedgerTime now) {
        this.state = state;
        this.facts = facts;
        this.told = told;
        this.now = now.instant();
        this.simulated = now.simulated();
        this.judging = new Judging(state, facts, told.channel(), told.occurredAt());
    }

    static boolean tooEarly(Instant occurredAt, LedgerTime now) {
        return occurredAt.isAfter(now.instant().plus(CLOCK_DIFFERENCE));
    }

    static Outcome decide(MatterState state, ContactFact told, Facts facts, LedgerTime now) {
        if (tooEarly(told.occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        var event = new ContactFacts(state, facts, told, now).event();
        return entry(event.entryId().value(), event);
    }

    private ContactEvent event() {
        return switch (told) {
            case ReportMessage message -> received(message);
            case ReportSent message -> sent(message);
            case ReportCall call -> held(call);
        };
    }

    private MessageReceived received(ReportMessage message) {
        judging.ofChannel().ifPresent(deviations::add);
        if (!judging.names(message.from())) {
            deviations.add(Deviation.SENDER_NOT_NAMED);
        }
        time(message.found());
        return new MessageReceived(
                message.matterId(),
                state.nextEntry(),
                message.from(),
                message.channel(),
                judging.agreement(),
                message.subject(),
                message.digest(),
                deviations,
                message.source(),
                message.thread(),
                message.inReplyTo(),
                message.nature(),
                urgency(message.urgency()),
                null,
                message.found().copyOf(),
                message.found().noAnswerSuggested() ? true : null,
                message.found().evidence(),
                message.occurredAt());
    }

    private MessageSent sent(ReportSent message) {
        judging.ofChannel().ifPresent(deviations::add);
        var named = judging.named(message.to().stream().distinct());
        if (named.isEmpty()) {
            deviations.add(Deviation.RECIPIENT_NOT_NAMED);
        }
        if (message.nature() == MessageNature.VOICE) {
            deviations.add(Deviation.VOICE_NOT_AGREED);
        }
        if (message.nature() == MessageNature.HOLDING_REPLY && !concrete(message.promisedFor(), message.promisedTime())
                || past(message.nextContactBy())) {
            deviations.add(Deviation.PROMISE_NOT_CONCRETE);
        }
        late();
        time(message.found());
        return new MessageSent(
                message.matterId(),
                state.nextEntry(),
                message.by(),
                named,
                message.channel(),
                judging.agreement(),
                message.nature(),
                message.subject(),
                message.digest(),
                message.promisedFor(),
                message.promisedTime(),
                message.nextContactBy(),
                deviations,
                message.source(),
                message.thread(),
                message.inReplyTo(),
                null,
                message.found().copyOf(),
                null,
                message.found().evidence(),
                message.occurredAt());
    }

    private CallHeld held(ReportCall call) {
        var person = call.person();
        if (!judging.names(person)) {
            deviations.add(
                    call.callFrom() == Party.CLIENT ? Deviation.SENDER_NOT_NAMED : Deviation.RECIPIENT_NOT_NAMED);
        }
        if (call.callFrom() == Party.FIRM || call.answered()) {
            late();
        }
        return new CallHeld(
                call.matterId(),
                state.nextEntry(),
                call.callFrom(),
                person == null ? null : judging.recipient(person),
                call.staff(),
                call.channel(),
                judging.agreement(),
                call.nature(),
                urgency(call.urgency()),
                call.answered(),
                call.note(),
                deviations,
                call.source(),
                call.thread(),
                call.inReplyTo(),
                null,
                call.occurredAt());
    }

    private void time(ContactCommand.Found found) {
        if (found.timeReconstructed()) {
            deviations.add(Deviation.TIME_RECONSTRUCTED);
        }
    }

    /**
     * Later than the policy's window of working days: a reviewer lets it take effect, or nobody (4.2, 14). Nobody was late
     * where all is reconstructed: mailboxes of one matter may be imported in any order.
     */
    private void late() {
        var terms = state.terms().at(told.occurredAt());
        if (simulated || terms.policy() == null) {
            return;
        }
        var calendar = facts.version(terms.calendar(), terms.calendarVersion()).calendar();
        var window = facts.yardsticks().policy(terms.policyVersion()).lateEntryWindow();
        var last = calendar.nthWorkingDayAfter(calendar.localDate(told.occurredAt()), window);
        if (calendar.localDate(now).isAfter(last)) {
            deviations.add(Deviation.RECORDED_TOO_LATE);
        }
    }

    private boolean concrete(@Nullable LocalDate day, @Nullable LocalTime time) {
        var terms = state.terms().at(told.occurredAt());
        return day != null
                && (terms.policy() == null
                        || new DueTimes(terms, facts.yardsticks(), told.occurredAt()).promisable(day, time));
    }

    private boolean past(@Nullable LocalDate day) {
        return day != null
                && day.isBefore(told.occurredAt()
                        .atZone(Writing.zone(state, facts, told.occurredAt()))
                        .toLocalDate());
    }

    /** A message when the calendar is closed is presumed urgent, until someone says otherwise (R004-14). */
    private @Nullable Urgency urgency(@Nullable Urgency given) {
        if (given != null) {
            return given;
        }
        var terms = state.terms().at(told.occurredAt());
        var calendar = facts.version(terms.calendar(), terms.calendarVersion()).calendar();
        return told instanceof ReportCall && !calendar.isOpen(told.occurredAt()) ? Urgency.PRESUMED_HIGH : null;
    }
}
