package org.matterledger.query.obligations;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
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
import org.matterledger.query.DueState;
import org.matterledger.query.DutyResult;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.values.CancelReason;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.ObligationId;
import org.springframework.stereotype.Component;

/** One row for each duty as it stands, and one for each verdict on it. */
@Component
class ObligationProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    ObligationProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "obligations";
    }

    @Override
    public void reset() {
        rows.empty("query.obligation", "query.obligation_verdict");
    }

    /** Armed again, as known now, it begins anew in its place; that it was missed, as known then, stays. */
    @EventHandler
    void on(ObligationArmed event, Noted noted) {
        rows.writeOf(
                event.obligationId(),
                """
                insert into query.obligation
                       (obligation_id, matter_id, kind, instance, holder, basis, basis_sequence, thread, subject,
                        started_at, first_due, due, soon_at, ladder, reckoned, promised_for, promised_time, promises, result, since,
                        version, position)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, 'OPEN', ?, ?, ?)
                on conflict (obligation_id) do update
                set instance = excluded.instance, holder = excluded.holder, thread = excluded.thread,
                    started_at = excluded.started_at, due = excluded.due, soon_at = excluded.soon_at, ladder = excluded.ladder,
                    reckoned = excluded.reckoned, promised_for = excluded.promised_for,
                    promised_time = excluded.promised_time, promises = excluded.promises,
                    result = 'OPEN', late_business = null, late_calendar = null, ended_at = null, ended_by = null, next = null, cancelled_for = null,
                    version = excluded.version, position = excluded.position
                """,
                event.obligationId(),
                event.matterId(),
                event.kind(),
                event.instance(),
                event.holder(),
                event.basis(),
                event.basis().sequence(),
                event.thread(),
                event.subject(),
                event.startedAt(),
                event.due(),
                event.due(),
                DueState.soonAt(event.due(), event.ladder()),
                json.write(event.ladder()),
                json.write(event.reckoned()),
                event.promisedFor(),
                event.promisedTime(),
                event.promises(),
                noted.position(),
                noted.version(),
                noted.position());
        verdict(event, "ARMED", Verdict.due(event.due(), null, event.reckoned()), noted);
    }

    @EventHandler
    void on(ObligationWarned event, Noted noted) {
        change(event, noted, "version = ?, position = ?");
        verdict(event, "WARNED", Verdict.level(event.level()), noted);
    }

    @EventHandler
    void on(ObligationBreached event, Noted noted) {
        change(event, noted, "breached_at = ?, reassessed = null, version = ?, position = ?", event.occurredAt());
        verdict(event, "BREACHED", Verdict.NOTHING_MORE, noted);
    }

    @EventHandler
    void on(ObligationEscalated event, Noted noted) {
        change(event, noted, "escalated_to = ?, version = ?, position = ?", event.level());
        verdict(event, "ESCALATED", Verdict.level(event.level()), noted);
    }

    @EventHandler
    void on(ObligationFulfilled event, Noted noted) {
        var late = event.late();
        end(event, late == null ? DutyResult.KEPT : DutyResult.KEPT_LATE, event.by(), late, null, null, noted);
        verdict(event, "FULFILLED", Verdict.by(event.by(), late), noted);
    }

    /** Another entry may have fulfilled it meanwhile; that one stands. */
    @EventHandler
    void on(FulfilmentWithdrawn event, Noted noted) {
        change(event, noted, """
                (result, late_business, late_calendar, ended_at, ended_by, next, cancelled_for) =
                    (select case when by then 'OPEN' else result end,
                            case when not by then late_business end, case when not by then late_calendar end,
                            case when not by then ended_at end, case when not by then ended_by end,
                            case when not by then next end, case when not by then cancelled_for end
                     from (select coalesce(ended_by = ?, false) as by) withdrawn),
                version = ?, position = ?""", event.message());
        verdict(event, "FULFILMENT_WITHDRAWN", Verdict.by(event.message(), null), noted);
    }

    @EventHandler
    void on(PromiseReplaced event, Noted noted) {
        var result = event.withNotice() ? DutyResult.REPLACED_WITH_NOTICE : DutyResult.REPLACED_WITHOUT_NOTICE;
        end(event, result, event.by(), null, event.next(), null, noted);
        verdict(event, "PROMISE_REPLACED", Verdict.replaced(event.by(), event.next(), event.withNotice()), noted);
    }

    @EventHandler
    void on(ObligationCancelled event, Noted noted) {
        end(event, DutyResult.CANCELLED, event.by(), null, null, event.reason(), noted);
        verdict(event, "CANCELLED", Verdict.cancelled(event.reason(), event.by()), noted);
    }

    @EventHandler
    void on(ObligationReplanned event, Noted noted) {
        change(
                event,
                noted,
                "due = ?, soon_at = ?, ladder = ?::jsonb, reckoned = ?::jsonb, version = ?, position = ?",
                event.due(),
                DueState.soonAt(event.due(), event.ladder()),
                json.write(event.ladder()),
                json.write(event.reckoned()));
        verdict(event, "REPLANNED", Verdict.due(event.due(), event.oldDue(), event.reckoned()), noted);
    }

    @EventHandler
    void on(ObligationHandedOver event, Noted noted) {
        change(event, noted, "holder = ?, version = ?, position = ?", event.to());
        verdict(event, "HANDED_OVER", Verdict.handed(event.from(), event.to()), noted);
    }

    @EventHandler
    void on(BreachReassessed event, Noted noted) {
        change(event, noted, "reassessed = ?, version = ?, position = ?", event.result());
        verdict(event, "BREACH_REASSESSED", Verdict.reassessed(event), noted);
    }

    private void end(
            ObligationEvent event,
            DutyResult result,
            @Nullable EntryId by,
            @Nullable Lag late,
            @Nullable ObligationId next,
            @Nullable CancelReason cancelledFor,
            Noted noted) {
        change(
                event,
                noted,
                """
                result = ?, ended_at = ?, ended_by = ?, late_business = ?, late_calendar = ?, next = ?,
                cancelled_for = ?, version = ?, position = ?""",
                result,
                event.occurredAt(),
                by,
                late == null ? null : late.business().toSeconds(),
                late == null ? null : late.calendar().toSeconds(),
                next,
                cancelledFor);
    }

    private void change(ObligationEvent event, Noted noted, String what, @Nullable Object... values) {
        var all = java.util.Arrays.copyOf(values, values.length + 3);
        all[values.length] = noted.version();
        all[values.length + 1] = noted.position();
        all[values.length + 2] = event.obligationId();
        rows.writeOf(event.obligationId(), "update query.obligation set " + what + " where obligation_id = ?", all);
    }

    private void verdict(ObligationEvent event, String verdict, Verdict.Details details, Noted noted) {
        rows.writeOf(
                noted.position(),
                """
                insert into query.obligation_verdict
                       (obligation_id, position, verdict, occurred_at, noted_at, actor, origin, details)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (obligation_id, position) do update set details = excluded.details
                """,
                event.obligationId(),
                noted.position(),
                verdict,
                event.occurredAt(),
                noted.at(),
                noted.actor(),
                noted.origin(),
                json.write(details));
    }
}
