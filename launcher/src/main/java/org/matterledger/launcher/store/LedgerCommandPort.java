package org.matterledger.launcher.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.Receipt;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.launcher.vault.KeyedHash;

/** Hands commands to the bus, with the caller's key and references as claims. */
final class LedgerCommandPort implements CommandPort {

    private final LedgerCommandBus bus;
    private final KeyedHash hash;

    LedgerCommandPort(LedgerCommandBus bus, KeyedHash hash) {
        this.bus = bus;
        this.hash = hash;
    }

    @Override
    public Receipt send(Caller caller, LedgerCommand command, List<Caller.Reference> references) {
        var message = new GenericCommandMessage<>(command, metadata(caller, references));
        var request = new Request(claims(caller, references), caller.fingerprint(), caller.expectedVersion());
        return bus.execute(message, request).receipt();
    }

    private List<String> claims(Caller caller, List<Caller.Reference> references) {
        var claims = new ArrayList<String>();
        if (caller.key() != null) {
            claims.add("claim-" + caller.key());
        }
        references.forEach(reference -> claims.add(claim(reference)));
        return claims.stream().distinct().sorted().toList();
    }

    private String claim(Caller.Reference reference) {
        return LedgerSources.claim(hash, reference.scope(), reference.source());
    }

    private static Map<String, String> metadata(Caller caller, List<Caller.Reference> references) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(LedgerMetadata.ACTOR, caller.actor());
        metadata.put(LedgerMetadata.ORIGIN, caller.origin());
        var staff = caller.staff();
        if (staff != null && !caller.actor().endsWith(staff.value())) {
            metadata.put(LedgerMetadata.ON_BEHALF_OF, staff.value());
        }
        if (!references.isEmpty()) {
            metadata.put(
                    LedgerMetadata.SOURCE,
                    references.stream()
                            .map(reference -> reference.source().system() + "/"
                                    + reference.source().id())
                            .collect(Collectors.joining(" ")));
        }
        var time = caller.time();
        if (time != null) {
            metadata.put(LedgerMetadata.NOTED_AT, time.toString());
        }
        return metadata;
    }
}
