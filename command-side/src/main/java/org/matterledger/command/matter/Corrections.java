package org.matterledger.command.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.AnswerWaived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.MatterEvent;
import org.matterledger.values.EntryId;

/** Corrections that would make a breach vanish, and so wait for a second person (rules.md 1.8, 17). */
record Corrections(List<CorrectionRequested> waiting) {

    static final Corrections NONE = new Corrections(List.of());

    Corrections {
        waiting = List.copyOf(waiting);
    }

    Optional<CorrectionRequested> find(EntryId request) {
        return waiting.stream().filter(asked -> asked.request().equals(request)).findFirst();
    }

    Corrections evolve(MatterEvent event) {
        return event instanceof EntryEvent entry ? after(entry) : this;
    }

    private Corrections after(EntryEvent event) {
        return switch (event) {
            case CorrectionRequested asked ->
                new Corrections(
                        Stream.concat(waiting.stream(), Stream.of(asked)).toList());
            case CorrectionDeclined declined -> without(declined.request());
            case EntryCorrected corrected -> without(corrected.request());
            // what is no longer here can be put right no more
            case EntryWithdrawn withdrawn -> withoutAbout(withdrawn.about());
            case EntryMoved moved -> withoutAbout(moved.about());
            case DeliveryFailed ignored -> this;
            case AnswerWaived waived -> without(waived.request());
            case LateEntryAdopted ignored -> this;
        };
    }

    private Corrections without(@Nullable EntryId request) {
        return request == null
                ? this
                : new Corrections(waiting.stream()
                        .filter(asked -> !asked.request().equals(request))
                        .toList());
    }

    private Corrections withoutAbout(EntryId entry) {
        return new Corrections(
                waiting.stream().filter(asked -> !asked.about().equals(entry)).toList());
    }
}
