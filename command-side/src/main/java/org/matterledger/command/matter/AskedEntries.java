package org.matterledger.command.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.matterledger.command.StreamReader;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;

/** Finds the entry by which a task or complaint came, from the matter's stream: for whoever knows it by its own id. */
final class AskedEntries {

    private final StreamReader streams;

    AskedEntries(StreamReader streams) {
        this.streams = streams;
    }

    /** @param subject the id of a task or complaint */
    Optional<EntryId> find(MatterId matter, String subject) {
        var stream = streams.readThrough(Set.of(matter.value())).getOrDefault(matter.value(), List.of());
        return IntStream.range(0, stream.size())
                .filter(sequence -> brought(stream.get(sequence)).equals(subject))
                .mapToObj(sequence -> EntryId.of(matter, sequence))
                .findFirst();
    }

    private static String brought(LedgerEvent event) {
        if (event instanceof TaskRequested task) {
            return task.taskId().value();
        }
        return event instanceof ComplaintRecorded complaint
                ? complaint.complaintId().value()
                : "";
    }
}
