package org.matterledger.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matterledger.events.LedgerEvent;

/**
 * What other streams say, for a decision that needs their facts. Read without a lock up to the last event of each, so a
 * decision names the versions that it used. Handed to a command handler as a parameter.
 */
public interface StreamReader {

    /**
     * The events of each stream, from its first to its last; an unknown stream has none. One read for all of them: the
     * streams that are read this way (a client, a staff member, a calendar) are short.
     */
    Map<String, List<LedgerEvent>> read(Set<String> streams);

    /** As {@link #read}, for streams that may be long or many and are told through once: none of them is remembered. */
    default Map<String, List<LedgerEvent>> readThrough(Set<String> streams) {
        return read(streams);
    }

    /** Whether an event of a stream was told by an import, at whatever time; a reader of payloads alone knows of none. */
    default boolean imported(String stream, long sequence) {
        return false;
    }

    /** One event of a stream, however long that is; empty where there is none at this sequence. */
    default Optional<LedgerEvent> at(String stream, long sequence) {
        return read(Set.of(stream)).getOrDefault(stream, List.of()).stream()
                .skip(sequence)
                .findFirst();
    }

    /** The first event of a stream, however long that is; empty for an unknown one. */
    default Optional<LedgerEvent> first(String stream) {
        return read(Set.of(stream)).getOrDefault(stream, List.of()).stream().findFirst();
    }
}
