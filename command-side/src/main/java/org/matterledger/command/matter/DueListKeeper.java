package org.matterledger.command.matter;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.matter.DueChanges.Seen;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
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
import org.matterledger.events.TermsEvent;
import org.matterledger.events.TermsEvent.CalendarAdopted;
import org.matterledger.events.TermsEvent.HoursAgreed;
import org.matterledger.events.TermsEvent.PolicyAdopted;

/** Keeps the due list from what matters record: what was armed, planned anew, told and ended. */
final class DueListKeeper {

    private static final String BATCH = DueListKeeper.class.getName();

    private final DueRows rows;

    DueListKeeper(DueRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(MatterEvent event, EventMessage<?> message) {
        var changes = batch();
        if (event instanceof MatterOpened opened) {
            rows.opened(opened);
        }
        var imported = message.getMetaData().containsKey(LedgerMetadata.IMPORTED_AT);
        changes.seen(event.matterId(), new Seen(((DomainEventMessage<?>) message).getSequenceNumber(), imported));
        switch (event) {
            case MatterOpened opened -> rows.behind(opened.matterId(), DuePosition.of(message));
            case MatterClosed closed -> rows.closed(closed.matterId());
            case TermsEvent terms -> terms(terms, DuePosition.of(message));
            case ObligationEvent verdict -> verdict(verdict, changes);
            default -> {}
        }
    }

    private void terms(TermsEvent event, long position) {
        switch (event) {
            case HoursAgreed agreed -> rows.calendar(agreed.matterId(), agreed.calendarId(), agreed.calendarVersion());
            case CalendarAdopted adopted ->
                rows.adopted(adopted.matterId(), adopted.calendarId(), adopted.calendarVersion());
            case PolicyAdopted adopted -> rows.policy(adopted.matterId(), adopted.policyId(), adopted.policyVersion());
            case TermsEvent.SilenceLimitAgreed ignored -> {}
            case TermsEvent.AnswerTimesAgreed ignored -> {}
        }
        rows.behind(event.matterId(), position);
    }

    private static void verdict(ObligationEvent event, DueChanges changes) {
        var matter = event.matterId();
        var id = event.obligationId();
        switch (event) {
            case ObligationArmed armed -> {
                changes.planned(matter, id, DueInstant.of(armed.due(), armed.ladder()));
                changes.open(matter, id, true);
            }
            case ObligationReplanned planned ->
                changes.planned(matter, id, DueInstant.of(planned.due(), planned.ladder()));
            case ObligationWarned warned -> changes.told(matter, id, DueInstant.what(warned.level()));
            case ObligationEscalated escalated -> changes.told(matter, id, DueInstant.what(escalated.level()));
            case ObligationBreached ignored -> changes.told(matter, id, DueInstant.DUE);
            case ObligationFulfilled ignored -> changes.open(matter, id, false);
            case PromiseReplaced ignored -> changes.open(matter, id, false);
            case ObligationCancelled ignored -> changes.open(matter, id, false);
            case FulfilmentWithdrawn ignored -> changes.open(matter, id, true);
            case BreachReassessed ignored -> {}
            case ObligationHandedOver ignored -> {}
        }
    }

    /** What this batch of events comes to, written at its end, in the transaction of its token. */
    private DueChanges batch() {
        var work = CurrentUnitOfWork.get();
        @Nullable DueChanges changes = work.getResource(BATCH);
        if (changes == null) {
            var fresh = new DueChanges();
            work.resources().put(BATCH, fresh);
            work.onPrepareCommit(ending -> rows.write(fresh));
            return fresh;
        }
        return changes;
    }
}
