package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;

/** What was said, as the matter knows it in which it was recorded: with what came to be known of it later. */
final class EntryThere {

    private final ContactEvent told;
    private final List<EntryEvent> since;
    private final Correction correction;

    /** @param stream that of the other matter */
    EntryThere(EntryId entry, ContactEvent told, List<LedgerEvent> stream) {
        this.told = told;
        this.since = stream.stream()
                .filter(EntryEvent.class::isInstance)
                .map(EntryEvent.class::cast)
                .filter(event -> event.about().equals(entry))
                .toList();
        this.correction = corrections(since);
    }

    /** What was put right there, the last word on each; its threads are not those of another matter. */
    private static Correction corrections(List<EntryEvent> since) {
        var all = new Correction(null, null, null, null);
        for (var event : since) {
            if (event instanceof EntryCorrected corrected) {
                var later = corrected.correction();
                all = new Correction(
                        later.occurredAt() == null ? all.occurredAt() : later.occurredAt(),
                        null,
                        later.channel() == null ? all.channel() : later.channel(),
                        later.nature() == null ? all.nature() : later.nature());
            }
        }
        return all;
    }

    /** As it was first recorded. */
    ContactEvent told() {
        return told;
    }

    Instant at() {
        return correction.occurredAt() == null ? told.occurredAt() : correction.occurredAt();
    }

    ChannelKind channel() {
        return correction.channel() == null ? told.channel() : correction.channel();
    }

    /** Its true nature, where it was first recorded with another. */
    Optional<MessageNature> trueNature() {
        return Optional.ofNullable(correction.nature());
    }

    /** Whether it speaks in no thread at all: so it was told, and nobody has said since to which it belongs. */
    boolean inNoThread() {
        var unnamed = told.thread() == null && told.inReplyTo() == null;
        var as = told instanceof MessageSent sent
                ? sent.inNoThread() != null
                : unnamed && (told instanceof UpdateSent || told instanceof DelayNoticeSent);
        return as
                && since.stream()
                        .noneMatch(event -> event instanceof EntryCorrected corrected
                                && corrected.correction().thread() != null);
    }

    Optional<DeliveryFailed> failure() {
        return since.stream()
                .filter(DeliveryFailed.class::isInstance)
                .map(DeliveryFailed.class::cast)
                .findFirst();
    }
}
