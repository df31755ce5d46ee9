package org.matterledger.query.matters;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.query.matters.Channel.State;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.springframework.stereotype.Component;

/** One row for each channel that was ever proposed or agreed in a matter. */
@Component
class ChannelProjection implements Projection {

    private static final String INSERT = """
            insert into query.matter_channel
                   (matter_id, channel_id, state, terms, proposed_by, changed_at, since, version, position)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (matter_id, channel_id) do update
            set state = excluded.state, evidence = null, reason = null, changed_at = excluded.changed_at,
                version = excluded.version, position = excluded.position
            """;

    private final Rows rows;
    private final StoredJson json;

    ChannelProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public void reset() {
        rows.empty("query.matter_channel");
    }

    /** The contract itself agrees on the first channel. */
    @EventHandler
    void on(MatterOpened event, Noted noted) {
        rows.write(
                INSERT,
                event.matterId(),
                event.mainChannel(),
                State.AGREED,
                json.write(ChannelTerms.ofTheContract()),
                null,
                event.occurredAt(),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(ChannelProposed event, Noted noted) {
        rows.write(
                INSERT,
                event.matterId(),
                event.channelId(),
                State.PROPOSED,
                json.write(event.terms()),
                event.by(),
                event.occurredAt(),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(ChannelAgreed event, Noted noted) {
        change(event, State.AGREED, event.evidence(), null, noted);
    }

    @EventHandler
    void on(ChannelDeclined event, Noted noted) {
        change(event, State.DECLINED, null, event.reason(), noted);
    }

    @EventHandler
    void on(ChannelWithdrawn event, Noted noted) {
        change(event, State.WITHDRAWN, null, event.reason(), noted);
    }

    private void change(
            ProtocolEvent event,
            State state,
            @Nullable ConfidentialText evidence,
            @Nullable ConfidentialText reason,
            Noted noted) {
        rows.write(
                """
                update query.matter_channel
                set state = ?, evidence = coalesce(?::jsonb, evidence), reason = ?::jsonb, changed_at = ?,
                    version = ?, position = ?
                where matter_id = ? and channel_id = ?
                """,
                state,
                json.orNull(evidence),
                json.orNull(reason),
                event.occurredAt(),
                noted.version(),
                noted.position(),
                event.matterId(),
                event.channelId());
    }
}
