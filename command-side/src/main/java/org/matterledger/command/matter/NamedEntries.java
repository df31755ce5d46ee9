package org.matterledger.command.matter;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Sources;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.command.rest.Unknown;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.matterledger.values.TaskId;

/** Finds the entry that a request means, by whichever name it gives. */
final class NamedEntries {

    private final Sources sources;
    private final AskedEntries asked;

    NamedEntries(Sources sources, AskedEntries asked) {
        this.sources = sources;
        this.asked = asked;
    }

    /** @throws Unknown for an entry that the matter does not know by this name */
    EntryId entry(MatterId matter, @Nullable EntryId entry, @Nullable ReportedSource source) {
        return entryOf(matter, entry, null, null, source);
    }

    /**
     * An entry has its own id or its source; a task or complaint is known by its id, or by its source, as well.
     *
     * @throws Unknown for an entry that the matter does not know by this name
     */
    EntryId entryOf(
            MatterId matter,
            @Nullable EntryId entry,
            @Nullable TaskId task,
            @Nullable ComplaintId complaint,
            @Nullable ReportedSource source) {
        return Optional.ofNullable(entry)
                .or(() -> Optional.ofNullable(task).flatMap(known -> asked.find(matter, known.value())))
                .or(() -> Optional.ofNullable(complaint).flatMap(known -> asked.find(matter, known.value())))
                .or(() -> Optional.ofNullable(ReportedSource.of(source)).flatMap(known -> reported(matter, known)))
                .orElseThrow(Unknown::new);
    }

    private Optional<EntryId> reported(MatterId matter, Source source) {
        return sources.find(matter.value(), source)
                .map(EntryId::new)
                .or(() -> Stream.of("/tasks", "/complaints")
                        .flatMap(under -> sources.find(matter.value() + under, source).stream())
                        .findFirst()
                        .flatMap(subject -> asked.find(matter, subject)));
    }
}
