package org.matterledger.launcher.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationCancelled;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.values.CalendarId;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Recipient;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;

/**
 * A matter whose life is told by appending its events, verdicts included, so that views can be tried on any history.
 * Times are local to Kyiv; what isn't said to be noted later was noted when it happened.
 */
final class ToldMatter {

    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    final MatterId id = MatterId.random();
    final StaffId olha;
    final PersonId marta;
    private final SampleFirm firm;
    private final CalendarId calendar;
    private final int calendarVersion;
    private long sequence;
    private @Nullable Instant notedAt;
    private @Nullable Instant importedAt;

    /** Opened at a time by Olha's firm, silent so far. */
    ToldMatter(SampleFirm firm, String calendar, int calendarVersion, String opened) {
        this.firm = firm;
        this.olha = new StaffId(firm.partnerId);
        this.marta = new PersonId(firm.person);
        this.calendar = new CalendarId(calendar);
        this.calendarVersion = calendarVersion;
        tell(entry -> new MatterOpened(
                id,
                new ClientId(firm.client),
                sealed("Supply contract"),
                marta,
                olha,
                olha,
                this.calendar,
                calendarVersion,
                ChannelId.random(),
                null,
                null,
                null,
                null,
                null,
                at(opened)));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant();
    }

    ConfidentialText sealed(String text) {
        return firm.server.bean(Confidential.class).seal(marta.value(), text);
    }

    /** From here on until told otherwise, the firm knew of things at this time; null for when they happened. */
    ToldMatter noted(@Nullable String local) {
        notedAt = local == null ? null : at(local);
        return this;
    }

    /** From here on until told otherwise, an import told it at this time, in the matter's own; null for the clock's. */
    ToldMatter imported(@Nullable String local) {
        importedAt = local == null ? null : at(local);
        return this;
    }

    EntryId tell(Function<EntryId, MatterEvent> event) {
        var entry = EntryId.of(id, sequence);
        var told = event.apply(entry);
        var noted = notedAt == null ? told.occurredAt() : notedAt;
        var metadata = new HashMap<String, Object>(Map.of(
                LedgerMetadata.NOTED_AT,
                noted.toString(),
                LedgerMetadata.ACTOR,
                "staff:" + olha.value(),
                LedgerMetadata.ORIGIN,
                importedAt == null ? "live" : "import"));
        if (importedAt != null) {
            metadata.put(LedgerMetadata.IMPORTED_AT, importedAt.toString());
        }
        firm.server
                .bean(Configuration.class)
                .eventStore()
                .publish(new GenericDomainEventMessage<>("matter", id.value(), sequence++, told, metadata));
        return entry;
    }

    EntryId received(String local, String subject) {
        return tell(entry -> new MessageReceived(
                id,
                entry,
                marta,
                ChannelKind.MAIL,
                null,
                sealed(subject),
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at(local)));
    }

    /** Marta calls to ask for news. */
    EntryId chased(String local) {
        return tell(entry -> new CallHeld(
                id,
                entry,
                Party.CLIENT,
                new Recipient(marta, Standing.PRINCIPAL),
                olha,
                ChannelKind.PHONE,
                null,
                MessageNature.STATUS_CHASE,
                null,
                false,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                at(local)));
    }

    /** Olha calls. */
    EntryId called(String local) {
        return tell(entry -> new CallHeld(
                id,
                entry,
                Party.FIRM,
                new Recipient(marta, Standing.PRINCIPAL),
                olha,
                ChannelKind.PHONE,
                null,
                null,
                null,
                true,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                at(local)));
    }

    EntryId updated(String local) {
        return tell(entry -> new UpdateSent(
                id,
                entry,
                UpdateKind.PROGRESS,
                ChannelKind.MAIL,
                null,
                List.of(new Recipient(marta, Standing.PRINCIPAL)),
                olha,
                sealed("The hearing is set"),
                null,
                null,
                null,
                null,
                null,
                null,
                at(local)));
    }

    void withdrawn(EntryId about, String local) {
        tell(entry -> new EntryWithdrawn(id, about, sealed("Another client's"), null, null, at(local)));
    }

    ObligationId armed(ObligationKind kind, EntryId basis, String since, String due, LadderStep... ladder) {
        return armedUntil(kind, basis, at(since), at(due), ladder);
    }

    ObligationId armedUntil(ObligationKind kind, EntryId basis, Instant since, Instant due, LadderStep... ladder) {
        var duty = ObligationId.of(basis, kind);
        tell(entry -> new ObligationArmed(
                id,
                duty,
                kind,
                1,
                olha,
                basis,
                null,
                null,
                since,
                due,
                List.of(ladder),
                reckoned(),
                null,
                null,
                0,
                since));
        return duty;
    }

    Reckoned reckoned() {
        return new Reckoned("END_OF_WORKING_DAY", calendar, calendarVersion, 1);
    }

    static LadderStep warning(String local) {
        return new LadderStep(Level.WARNING, at(local));
    }

    void breached(ObligationId duty, ObligationKind kind, String local) {
        tell(entry -> new ObligationBreached(id, duty, kind, at(local)));
    }

    void kept(ObligationId duty, EntryId by, String local) {
        tell(entry -> new ObligationFulfilled(id, duty, by, null, at(local)));
    }

    void keptLate(ObligationId duty, EntryId by, String local, String business, String calendarTime) {
        var lag = new Lag(Duration.parse(business), Duration.parse(calendarTime));
        tell(entry -> new ObligationFulfilled(id, duty, by, lag, at(local)));
    }

    void cancelled(ObligationId duty, CancelReason reason, String local) {
        tell(entry -> new ObligationCancelled(id, duty, reason, null, at(local)));
    }

    void replanned(ObligationId duty, String oldDue, String due, String local) {
        tell(entry -> new ObligationReplanned(id, duty, at(oldDue), at(due), List.of(), reckoned(), at(local)));
    }

    void reassessed(ObligationId duty, EntryId evidence, String due) {
        var lag = new Lag(Duration.ofMinutes(50), Duration.ofHours(63).plusMinutes(50));
        tell(entry ->
                new BreachReassessed(id, duty, Reassessment.MET_RECORDED_LATE, evidence, null, lag, null, at(due)));
    }
}
