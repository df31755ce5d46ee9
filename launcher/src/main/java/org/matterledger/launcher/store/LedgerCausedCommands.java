package org.matterledger.launcher.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.matterledger.command.CausedCommands;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.launcher.vault.KeyedHash;

/** Claims the effect together with what it records. */
final class LedgerCausedCommands implements CausedCommands {

    private static final String ACTOR = "ledger";
    private static final List<String> INHERITED =
            List.of(LedgerMetadata.NOTED_AT, LedgerMetadata.ORIGIN, LedgerMetadata.CORRELATION);

    private final LedgerCommandBus bus;
    private final KeyedHash hash;

    LedgerCausedCommands(LedgerCommandBus bus, KeyedHash hash) {
        this.bus = bus;
        this.hash = hash;
    }

    @Override
    public Receipt send(LedgerCommand command, EventMessage<?> cause, String effect) {
        var claim = hash.of("effect", cause.getIdentifier(), effect);
        // The claim is its own fingerprint: an effect is decided once, even where a later version of the program would
        // send another command for it.
        var request = new Request(List.of("claim-" + claim), claim, null);
        // The command bears the event's own id: what it records then names the event as its cause, since a command
        // itself is
        // stored nowhere.
        var message = new GenericMessage<>(cause.getIdentifier(), command, metadata(cause));
        return bus.execute(
                        new GenericCommandMessage<>(message, command.getClass().getName()), request)
                .receipt();
    }

    private static Map<String, Object> metadata(EventMessage<?> cause) {
        Map<String, Object> metadata = new HashMap<>();
        for (var key : INHERITED) {
            var value = cause.getMetaData().get(key);
            if (value != null) {
                metadata.put(key, value);
            }
        }
        metadata.put(LedgerMetadata.ACTOR, ACTOR);
        metadata.putIfAbsent(LedgerMetadata.CORRELATION, cause.getIdentifier());
        return metadata;
    }
}
