package org.matterledger.query.compliancereplay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EventTypes;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/** One message, call or update, as it was known, or is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Contact(
        EntryId id,

        @Schema(description = "The event's stored name.", example = "call.held")
        String event,

        @Schema(description = "Which side reached for the other.")
        Party from,

        Instant occurredAt,

        @Schema(description = "When the firm first knew of it.")
        Instant notedAt,

        ChannelKind channel,
        @Nullable MessageNature nature,
        @Nullable ThreadId thread,
        @Nullable PersonId person,
        @Nullable StaffId staff,

        @Schema(description = "False where it is known not to have arrived.")
        boolean arrived) {

    static Contact of(ContactEvent event, Instant notedAt) {
        var plain = new Contact(
                event.entryId(),
                EventTypes.of(event.getClass()).name(),
                Party.FIRM,
                event.occurredAt(),
                notedAt,
                event.channel(),
                null,
                event.thread(),
                null,
                null,
                true);
        return switch (event) {
            case MessageReceived message ->
                plain.between(Party.CLIENT, message.from(), null).being(message.nature());
            case MessageSent message ->
                plain.between(Party.FIRM, null, message.by()).being(message.nature());
            case CallHeld call ->
                plain.between(
                                call.callFrom(),
                                call.person() == null ? null : call.person().person(),
                                call.staff())
                        .being(call.nature());
            case UpdateSent update -> plain.between(Party.FIRM, null, update.by());
            case ReplySent reply -> plain.between(Party.FIRM, null, reply.by());
            case HoldingReplySent reply ->
                plain.between(Party.FIRM, null, reply.by()).being(MessageNature.HOLDING_REPLY);
            case DelayNoticeSent notice -> plain.between(Party.FIRM, null, notice.by());
        };
    }

    /** What was wrong takes effect at what it corrects; the rest stays. */
    Contact corrected(Correction correction) {
        return new Contact(
                id,
                event,
                from,
                correction.occurredAt() == null ? occurredAt : correction.occurredAt(),
                notedAt,
                correction.channel() == null ? channel : correction.channel(),
                correction.nature() == null ? nature : correction.nature(),
                correction.thread() == null ? thread : correction.thread(),
                person,
                staff,
                arrived);
    }

    Contact lost() {
        return new Contact(id, event, from, occurredAt, notedAt, channel, nature, thread, person, staff, false);
    }

    private Contact between(Party side, @Nullable PersonId client, @Nullable StaffId firm) {
        return new Contact(id, event, side, occurredAt, notedAt, channel, nature, thread, client, firm, arrived);
    }

    private Contact being(@Nullable MessageNature what) {
        return new Contact(id, event, from, occurredAt, notedAt, channel, what, thread, person, staff, arrived);
    }
}
