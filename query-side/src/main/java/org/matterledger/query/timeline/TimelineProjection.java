package org.matterledger.query.timeline;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.EventTypes;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.values.EntryId;
import org.springframework.stereotype.Component;

/** One row for each event of a matter, never changed afterwards. */
@Component
class TimelineProjection implements Projection {

    private static final String INSERT = """
            insert into query.timeline
                   (matter_id, position, version, entry_id, event, occurred_at, noted_at, actor, origin, about, details,
                    text, reason, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)
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

    /** 4: what can be put right of tasks and complaints is an entry too. */
    @Override
    public int version() {
        return 4;
    }

    @Override
    public void reset() {
        rows.empty("query.timeline");
    }

    @EventHandler
    void on(MatterEvent event, Noted noted) {
        var telling = Tellings.of(event);
        var details = telling.details();
        rows.write(
                INSERT,
                event.matterId(),
                noted.position(),
                noted.version(),
                entry(event, noted.version()),
                EventTypes.of(event.getClass()).name(),
                event.occurredAt(),
                noted.at(),
                noted.actor(),
                noted.origin(),
                details.about(),
                json.write(details),
                json.orNull(telling.text()),
                json.orNull(telling.reason()),
                json.orNull(telling.evidence()));
    }

    /** Under which id it can be put right. */
    private static @Nullable String entry(MatterEvent event, long sequence) {
        return switch (event) {
            case ContactEvent contact -> contact.entryId().value();
            case TaskWaiting ignored -> null;
            case TaskResumed ignored -> null;
            case TaskEvent task -> EntryId.of(task.matterId(), sequence).value();
            case ComplaintEvent complaint ->
                EntryId.of(complaint.matterId(), sequence).value();
            default -> null;
        };
    }
}
