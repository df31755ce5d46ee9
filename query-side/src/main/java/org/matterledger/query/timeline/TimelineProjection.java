package org.matterledger.query.timeline;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EventTypes;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.springframework.stereotype.Component;

/** One row for each event of a matter, never changed afterwards. */
@Component
class TimelineProjection implements Projection {

    private static final String INSERT = """
            insert into query.timeline
                   (matter_id, position, version, entry_id, event, occurred_at, noted_at, actor, origin, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (matter_id, position) do update set details = excluded.details
            """;

    private final Rows rows;
    private final StoredJson json;

    TimelineProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public void reset() {
        rows.empty("query.timeline");
    }

    @EventHandler
    void on(MatterOpened event, Noted noted) {
        insert(event, null, Details.of(event), noted);
    }

    @EventHandler
    void on(ChannelProposed event, Noted noted) {
        insert(event, null, Details.of(event, event.terms(), null), noted);
    }

    @EventHandler
    void on(ChannelAgreed event, Noted noted) {
        insert(event, null, Details.of(event, null, event.evidence()), noted);
    }

    @EventHandler
    void on(ChannelDeclined event, Noted noted) {
        insert(event, null, Details.of(event, null, event.reason()), noted);
    }

    @EventHandler
    void on(ChannelWithdrawn event, Noted noted) {
        insert(event, null, Details.of(event, null, event.reason()), noted);
    }

    @EventHandler
    void on(MessageReceived event, Noted noted) {
        insert(event, event.entryId().value(), Details.of(event), noted);
    }

    @EventHandler
    void on(UpdateSent event, Noted noted) {
        insert(event, event.entryId().value(), Details.of(event), noted);
    }

    private void insert(MatterEvent event, @Nullable String entry, Details details, Noted noted) {
        rows.write(
                INSERT,
                event.matterId(),
                noted.position(),
                noted.version(),
                entry,
                EventTypes.of(event.getClass()).name(),
                event.occurredAt(),
                noted.at(),
                noted.actor(),
                noted.origin(),
                json.write(details));
    }
}
