package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.matterledger.events.ClaimEvent.ClaimTaken;
import org.matterledger.events.ClaimEvent.Result;
import org.matterledger.events.EventType;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerMetadata;

/** Events as a unit of work hands them to the store. */
final class SampleEvents {

    static final Instant AT = Instant.parse("2026-03-02T09:15:00.123456Z");

    private SampleEvents() {}

    /** What no version of the ledger knows. */
    @EventType(name = "made.up")
    record MadeUp(String text) {}

    static EventCodec codec() {
        return new EventCodec(EventJson.mapper(), EventTypes.all(), List.of());
    }

    /** An event of a colleague's stream. */
    static DomainEventMessage<?> change(String stream, long sequence) {
        return event(stream, sequence, Colleague.changed(stream, AT));
    }

    static DomainEventMessage<?> claim(String claim) {
        var taken = new ClaimTaken(claim, "print", Result.NOTHING_NEW, "staff-x", null, 3, null, null, Map.of(), AT);
        return event(claim, 0, taken);
    }

    static DomainEventMessage<?> event(String stream, long sequence, Object payload) {
        var kind = stream.substring(0, stream.indexOf('-'));
        return new GenericDomainEventMessage<>(
                kind,
                stream,
                sequence,
                payload,
                MetaData.with(LedgerMetadata.NOTED_AT, AT.toString()).and(LedgerMetadata.ACTOR, "staff:ü"));
    }

    static String newClaim() {
        return "claim-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
