package org.matterledger.query.compliancereplay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.query.MatterRecord.Recorded;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;

/**
 * Tells a matter at any instant from its events alone. Pure. As known then is the record's prefix, noted up to the
 * instant; as known now is the whole record, in which each verdict supersedes those before it and a correction takes
 * effect at what it corrects (semantics 4.9, 3). Both are cut at the instant by what had happened in the world.
 */
final class AsOf {

    private final Map<EntryId, Contact> contacts = new LinkedHashMap<>();
    private final Map<ObligationId, DutyLife> duties = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private @Nullable MatterOpened opened;
    private @Nullable Instant closedAt;

    private record Change(Instant at, UnaryOperator<Terms> of) {}

    private AsOf() {}

    static MatterAsOf of(MatterId matter, List<Recorded> record, Instant at, Known known) {
        var told = new AsOf();
        record.stream()
                .filter(event -> known.equals(Known.NOW) || !event.notedAt().isAfter(at))
                .forEach(event -> told.take(event.event(), event.notedAt()));
        return told.cut(matter, at, known);
    }

    private void take(MatterEvent event, Instant notedAt) {
        switch (event) {
            case MatterOpened opening -> opened = opening;
            case MatterClosed closing -> closedAt = closing.occurredAt();
            case ResponsibleReplaced replaced ->
                changes.add(new Change(replaced.occurredAt(), terms -> terms.servedBy(replaced.responsible())));
            case TermsEvent terms -> changes.add(new Change(terms.occurredAt(), known -> known.with(terms)));
            case ProtocolEvent word -> changes.add(new Change(word.occurredAt(), known -> known.with(word)));
            case ContactEvent contact -> contacts.put(contact.entryId(), Contact.of(contact, notedAt));
            case EntryEvent entry -> take(entry);
            case ObligationArmed armed -> duties.compute(armed.obligationId(), (id, life) -> begun(life, armed));
            case ObligationEvent verdict ->
                Objects.requireNonNull(duties.get(verdict.obligationId()), "armed before")
                        .take(verdict);
            case ThreadOpened ignored -> {}
            case TaskEvent ignored -> {}
            case ComplaintEvent ignored -> {}
        }
    }

    private static DutyLife begun(@Nullable DutyLife life, ObligationArmed armed) {
        if (life == null) {
            return new DutyLife(armed);
        }
        life.take(armed);
        return life;
    }

    private void take(EntryEvent entry) {
        switch (entry) {
            case EntryCorrected corrected ->
                contacts.computeIfPresent(entry.about(), (id, contact) -> contact.corrected(corrected.correction()));
            case EntryWithdrawn ignored -> contacts.remove(entry.about());
            case EntryMoved ignored -> contacts.remove(entry.about());
            case DeliveryFailed ignored -> contacts.computeIfPresent(entry.about(), (id, contact) -> contact.lost());
            case EntryEvent.AnswerWaived ignored -> {}
            case EntryEvent.CorrectionRequested ignored -> {}
            case EntryEvent.CorrectionDeclined ignored -> {}
            case EntryEvent.LateEntryAdopted ignored -> {}
        }
    }

    private MatterAsOf cut(MatterId matter, Instant at, Known known) {
        var owed = duties.values().stream()
                .map(life -> life.at(at))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DutyAsOf::due)
                        .thenComparing(duty -> duty.id().value()))
                .toList();
        return new MatterAsOf(
                matter,
                at,
                known.word(),
                terms(at),
                closedAt == null || closedAt.isAfter(at) ? null : closedAt,
                contacts.values().stream()
                        .filter(contact -> !contact.occurredAt().isAfter(at))
                        .sorted(Comparator.comparing(Contact::occurredAt)
                                .thenComparing(contact -> contact.id().sequence()))
                        .toList(),
                owed.stream().filter(MatterAsOf::isOpen).toList(),
                owed.stream()
                        .filter(duty -> !MatterAsOf.isOpen(duty))
                        .sorted(Comparator.comparing(duty -> Objects.requireNonNull(duty.endedAt())))
                        .toList());
    }

    private @Nullable Terms terms(Instant at) {
        if (opened == null || opened.occurredAt().isAfter(at)) {
            return null;
        }
        var terms = Terms.of(opened);
        for (var change : changes.stream()
                .filter(change -> !change.at().isAfter(at))
                .sorted(Comparator.comparing(Change::at))
                .toList()) {
            terms = change.of().apply(terms);
        }
        return terms;
    }
}
