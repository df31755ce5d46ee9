package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent;
import org.matterledger.query.MatterRecord;
import org.matterledger.values.MatterId;

/** Reads whole matters for the views, wherever the record is kept. */
final class RecordedMatters implements MatterRecord {

    private final RecordStore record;

    RecordedMatters(RecordStore record) {
        this.record = record;
    }

    @Override
    public List<Recorded> of(MatterId matter) {
        return record.events()
                .readEvents(matter.value())
                .asStream()
                .<Recorded>map(RecordedMatters::recorded)
                .toList();
    }

    private static Recorded recorded(DomainEventMessage<?> event) {
        var notedAt = Objects.requireNonNull(event.getMetaData().get(LedgerMetadata.NOTED_AT));
        return new Recorded((MatterEvent) event.getPayload(), Instant.parse(notedAt.toString()));
    }
}
