package org.matterledger.command.followup;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationCancelled;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationHandedOver;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.events.ObligationEvent.ObligationWarned;
import org.matterledger.events.ObligationEvent.PromiseReplaced;
import org.matterledger.values.CalendarId;
import org.matterledger.values.EntryId;
import org.matterledger.values.Level;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;

/**
 * Follows one duty from the moment it is owed until it is owed no more, kept or not, and sees that its holder, the
 * holder's deputy and the accountable partner are told of what the clock brings, once each. It knows what it needs to
 * tell, and nothing that a reviewer would ask for.
 *
 * <p>What was past when the duty became known is data: nobody is told of it (semantics 4.2, 15).
 *
 * <p>Public, since Axon makes sagas by reflection.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class FollowUpSaga {

    private static final String DUTY = "obligationId";

    private @Nullable ObligationKind kind;
    private @Nullable String basis;
    private @Nullable String holder;
    private @Nullable String rule;
    private @Nullable String calendar;
    private @Nullable String due;
    private @Nullable String since;
    private @Nullable String knownAt;
    private @Nullable String missedAt;
    private final Set<String> told = new HashSet<>();

    public FollowUpSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationArmed event, EventMessage<?> message) {
        take(event);
        knownAt = knownAt(message).toString();
    }

    /** What seemed to end the duty did not: it is followed again. */
    @StartSaga
    @SagaEventHandler(associationProperty = DUTY)
    void on(FulfilmentWithdrawn event, Duties duties) {
        if (kind == null) {
            for (var earlier : duties.story(event)) {
                switch (earlier) {
                    case ObligationArmed armed -> {
                        take(armed);
                        knownAt = armed.occurredAt().toString();
                    }
                    case ObligationReplanned planned -> plan(planned.due(), planned.reckoned());
                    case ObligationHandedOver handedOver ->
                        holder = handedOver.to().value();
                    default -> {}
                }
            }
        }
    }

    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationReplanned event) {
        plan(event.due(), event.reckoned());
    }

    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationHandedOver event) {
        holder = event.to().value();
    }

    /** Where both became known at once, nobody is warned of what is missed already, whichever is recorded first. */
    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationWarned event, EventMessage<?> message, Outbox outbox, Addressees addressees) {
        if (missedAt != null && !event.occurredAt().isAfter(Instant.parse(missedAt))) {
            return;
        }
        tell(What.WARNING, event, message, outbox, addressees);
    }

    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationBreached event, EventMessage<?> message, Outbox outbox, Addressees addressees) {
        missedAt = event.occurredAt().toString();
        outbox.overtake(event.obligationId(), What.WARNING, notedAt(message));
        tell(What.BREACH, event, message, outbox, addressees);
    }

    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationEscalated event, EventMessage<?> message, Outbox outbox, Addressees addressees) {
        tell(event.level() == Level.DEPUTY ? What.DEPUTY : What.PARTNER, event, message, outbox, addressees);
    }

    /** A breach that is none needs nobody's attention any more. */
    @SagaEventHandler(associationProperty = DUTY)
    void on(BreachReassessed event, EventMessage<?> message, Outbox outbox) {
        missedAt = null;
        outbox.withdraw(event.obligationId(), Set.of(What.BREACH, What.DEPUTY, What.PARTNER), notedAt(message));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationFulfilled event, EventMessage<?> message, Outbox outbox) {
        ended(event, message, outbox);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = DUTY)
    void on(PromiseReplaced event, EventMessage<?> message, Outbox outbox) {
        ended(event, message, outbox);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = DUTY)
    void on(ObligationCancelled event, EventMessage<?> message, Outbox outbox) {
        ended(event, message, outbox);
    }

    /** A warning that did not go out yet would warn of what is no danger any more. */
    private static void ended(ObligationEvent event, EventMessage<?> message, Outbox outbox) {
        outbox.withdraw(event.obligationId(), Set.of(What.WARNING), notedAt(message));
    }

    private void take(ObligationArmed event) {
        kind = event.kind();
        basis = event.basis().value();
        holder = event.holder().value();
        since = event.startedAt().toString();
        plan(event.due(), event.reckoned());
    }

    private void plan(Instant planned, Reckoned reckoned) {
        due = planned.toString();
        rule = reckoned.rule();
        calendar = reckoned.calendar().value();
    }

    private void tell(What what, ObligationEvent event, EventMessage<?> message, Outbox outbox, Addressees addressees) {
        var news = told.add(what + " " + event.occurredAt());
        if (!news || message.getMetaData().containsKey(LedgerMetadata.IMPORTED_AT) || past(event)) {
            return;
        }
        var holds = new StaffId(Objects.requireNonNull(holder));
        var hours = new CalendarId(Objects.requireNonNull(calendar));
        addressees
                .address(
                        what,
                        event.matterId(),
                        holds,
                        hours,
                        basis == null ? null : new EntryId(basis),
                        notedAt(message))
                .ifPresent(address -> outbox.put(new Outbox.Notice(
                        message.getIdentifier(),
                        what,
                        address.recipient(),
                        holds,
                        event.matterId(),
                        event.obligationId(),
                        Objects.requireNonNull(kind),
                        Instant.parse(Objects.requireNonNull(due)),
                        Objects.requireNonNull(rule),
                        hours,
                        address.title(),
                        notedAt(message),
                        address.window(),
                        0,
                        since == null ? null : Instant.parse(since))));
    }

    /** Whether this had come before the firm knew of the duty at all. */
    private boolean past(ObligationEvent event) {
        return event.occurredAt().isBefore(Instant.parse(Objects.requireNonNull(knownAt)));
    }

    /** An import lives in the time that it tells of; what it arms is known since it truly was recorded. */
    private static Instant knownAt(EventMessage<?> armed) {
        var truly = (String) armed.getMetaData().get(LedgerMetadata.IMPORTED_AT);
        return truly == null ? notedAt(armed) : Instant.parse(truly);
    }

    private static Instant notedAt(EventMessage<?> message) {
        return Instant.parse(
                (String) Objects.requireNonNull(message.getMetaData().get(LedgerMetadata.NOTED_AT)));
    }
}
