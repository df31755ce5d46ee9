package org.matterledger.query.silenceboard;

import java.util.Collection;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
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
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.events.TaskEvent.TaskReopened;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.Recipient;
import org.springframework.stereotype.Component;

/** One row for each time that client and firm reached for each other. */
@Component
class ContactProjection implements Projection {

    private final Rows rows;

    ContactProjection(Rows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "contacts";
    }

    /** 2: what is said of a task, contact or not, can be put right. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public void reset() {
        rows.empty("query.contact");
    }

    @EventHandler
    void on(ContactEvent event, Noted noted) {
        switch (event) {
            case MessageReceived message -> told(message, Party.CLIENT, message.nature(), true, noted);
            case MessageSent message -> told(message, Party.FIRM, message.nature(), reaches(message.to()), noted);
            case CallHeld call -> told(call, call.callFrom(), call.nature(), reaches(call.person()), noted);
            case UpdateSent update -> told(update, Party.FIRM, null, reaches(update.to()), noted);
            case ReplySent reply -> told(reply, Party.FIRM, null, reaches(reply.to()), noted);
            case HoldingReplySent reply -> told(reply, Party.FIRM, null, reaches(reply.to()), noted);
            case DelayNoticeSent notice -> told(notice, Party.FIRM, null, reaches(notice.to()), noted);
        }
    }

    /** What is said of a task is contact where something went to the client; the rest has a row, since it is put right too. */
    @EventHandler
    void on(TaskEvent event, Noted noted) {
        switch (event) {
            case TaskDescriptionSent sent -> told(sent, Party.FIRM, null, reaches(sent.to()), noted);
            case TaskDelivered delivered -> told(delivered, Party.FIRM, null, reaches(delivered.to()), noted);
            case TaskRequested asked -> told(asked, Party.CLIENT, null, false, noted);
            case TaskReopened again -> told(again, Party.CLIENT, null, false, noted);
            case TaskDescriptionConfirmed confirmed -> told(confirmed, Party.CLIENT, null, false, noted);
            case TaskAccepted accepted -> told(accepted, Party.FIRM, null, false, noted);
            case TaskDeclined declined -> told(declined, Party.FIRM, null, false, noted);
            case TaskWaiting waiting -> told(waiting, Party.FIRM, null, false, noted);
            case TaskResumed resumed -> told(resumed, Party.FIRM, null, false, noted);
        }
    }

    @EventHandler
    void on(ComplaintRecorded event, Noted noted) {
        told(event, Party.CLIENT, null, true, noted);
    }

    @EventHandler
    void on(ComplaintAcknowledged event, Noted noted) {
        told(event, Party.FIRM, null, reaches(event.to()), noted);
    }

    @EventHandler
    void on(EntryCorrected event) {
        var nature = event.correction().nature();
        rows.write(
                """
                update query.contact set occurred_at = coalesce(?::timestamptz, occurred_at),
                       counts = coalesce(case when from_firm then ?::boolean else ?::boolean end, counts), chase = coalesce(?::boolean, chase)
                where matter_id = ? and sequence = ?
                """,
                event.correction().occurredAt(),
                nature == null ? null : nature.contact(),
                nature == null ? null : nature.asks(),
                nature == null ? null : nature == MessageNature.STATUS_CHASE,
                event.matterId(),
                event.about().sequence());
    }

    @EventHandler
    void on(EntryWithdrawn event) {
        gone(event);
    }

    @EventHandler
    void on(EntryMoved event) {
        gone(event);
    }

    @EventHandler
    void on(DeliveryFailed event) {
        gone(event);
    }

    private void gone(EntryEvent event) {
        rows.write(
                "update query.contact set gone = true where matter_id = ? and sequence = ?",
                event.matterId(),
                event.about().sequence());
    }

    private void told(MatterEvent event, Party from, @Nullable MessageNature nature, boolean reaches, Noted noted) {
        rows.write(
                """
                insert into query.contact (matter_id, sequence, from_firm, counts, chase, occurred_at, gone)
                values (?, ?, ?, ?, ?, ?, false)
                on conflict (matter_id, sequence) do update
                set counts = excluded.counts, chase = excluded.chase, occurred_at = excluded.occurred_at, gone = false
                """,
                event.matterId(),
                noted.version(),
                from == Party.FIRM,
                reaches && (nature == null || (from == Party.FIRM ? nature.contact() : nature.asks())),
                from == Party.CLIENT && nature == MessageNature.STATUS_CHASE,
                event.occurredAt());
    }

    private static boolean reaches(Collection<Recipient> recipients) {
        return recipients.stream().anyMatch(recipient -> recipient.standing().speaksForClient());
    }

    private static boolean reaches(@Nullable Recipient person) {
        return person == null || person.standing().speaksForClient();
    }
}
