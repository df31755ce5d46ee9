package org.matterledger.launcher.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.PolicyEvent;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.store.EventJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * A matter in which everything happened that can happen in one, once: the events of the contract files, in an order in
 * which what is spoken of has been said before.
 */
final class ContractMatter {

    private static final Path CONTRACTS = Path.of("..", "shared-events", "src", "test", "resources", "contracts");
    private static final JsonMapper JSON = EventJson.mapper();

    /** The entry of which the contracts speak was recorded by the matter's fourth event. */
    private static final List<String> FIRST = List.of(
            "matter.opened",
            "thread.opened",
            "terms.hours-agreed",
            "message.received",
            "channel.proposed",
            "obligation.armed");

    private ContractMatter() {}

    /** Appends it all. */
    static void happens(LedgerServer server) {
        var events = Stream.concat(
                        FIRST.stream().map(ContractMatter::type),
                        EventTypes.all().classes().stream()
                                .filter(MatterEvent.class::isAssignableFrom)
                                .filter(event -> !FIRST.contains(name(event)))
                                .sorted(Comparator.comparing(ContractMatter::name)))
                .toList();
        for (var sequence = 0; sequence < events.size(); sequence++) {
            var event = (MatterEvent) read(events.get(sequence), sequence);
            append(server, "matter", event.matterId().value(), sequence, event);
        }
        var policy = (PolicyEvent) read(PolicyEvent.PolicyVersionPublished.class, 0);
        append(server, "policy", policy.policyId().value(), 0, policy);
    }

    private static void append(LedgerServer server, String kind, String stream, long sequence, LedgerEvent event) {
        var metadata = Map.of(
                LedgerMetadata.NOTED_AT, "2026-11-20T09:00:00Z",
                LedgerMetadata.ACTOR, "ledger",
                LedgerMetadata.ORIGIN, "live");
        server.bean(Configuration.class)
                .eventStore()
                .publish(new GenericDomainEventMessage<>(kind, stream, sequence, event, metadata));
    }

    /** Each entry is its own: its id holds the sequence of its event. */
    private static LedgerEvent read(Class<? extends LedgerEvent> event, long sequence) {
        try {
            var text = Files.readString(
                    CONTRACTS.resolve(name(event) + ".v" + EventTypes.of(event).revision() + ".json"));
            return JSON.readValue(
                    text.replaceAll("(\"entryId\": \"entry-[0-9a-f-]+)-[0-9]+\"", "$1-" + sequence + "\""), event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<? extends LedgerEvent> type(String name) {
        return EventTypes.all().classOf(name).orElseThrow();
    }

    private static String name(Class<?> event) {
        return EventTypes.of(event).name();
    }
}
