package org.matterledger.query.compliancereplay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.matterledger.events.ContactEvent.CallHeld;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.query.MatterRecord.Recorded;
import org.matterledger.query.Names;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Recipient;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;

/** The record of a matter in Kyiv, told event by event: Olha serves Marta. */
final class SampleRecord {

    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    static final MatterId MATTER = new MatterId("matter-1");
    static final StaffId OLHA = new StaffId("staff-olha");
    static final StaffId IVAN = new StaffId("staff-ivan");
    static final PersonId MARTA = new PersonId("person-marta");
    static final CalendarId CALENDAR = new CalendarId("calendar-kyiv");
    static final ConfidentialText SEALED = new ConfidentialText("person-marta", "key-1", "c2VhbGVk");
    static final Reckoned RECKONED = new Reckoned("END_OF_WORKING_DAY", CALENDAR, 1, 1);
    static final Names NAMES =
            Names.of(KYIV, Map.of("staff-olha", "Olha", "staff-ivan", "Ivan", "person-marta", "Marta"));

    private final List<Recorded> events = new ArrayList<>();
    private String noted = "";

    static SampleRecord opened(String local) {
        var record = new SampleRecord();
        record.tell(entry -> new MatterOpened(
                MATTER,
                new ClientId("client-mill"),
                SEALED,
                MARTA,
                OLHA,
                OLHA,
                CALENDAR,
                1,
                new ChannelId("channel-mail"),
                null,
                null,
                null,
                14,
                null,
                at(local)));
        return record;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(KYIV).toInstant();
    }

    /** From here on the firm knew of things at this time only; empty for when they happened. */
    SampleRecord noted(String local) {
        noted = local;
        return this;
    }

    EntryId tell(Function<EntryId, MatterEvent> event) {
        var entry = EntryId.of(MATTER, events.size());
        var told = event.apply(entry);
        events.add(new Recorded(told, noted.isEmpty() ? told.occurredAt() : at(noted)));
        return entry;
    }

    EntryId received(String local) {
        return tell(entry -> new MessageReceived(
                MATTER,
                entry,
                MARTA,
                ChannelKind.MAIL,
                null,
                null,
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

    EntryId called(String local) {
        return tell(entry -> new CallHeld(
                MATTER,
                entry,
                Party.FIRM,
                new Recipient(MARTA, Standing.PRINCIPAL),
                OLHA,
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

    EntryId replied(String local) {
        return tell(entry -> new ReplySent(
                MATTER, entry, ChannelKind.MAIL, null, List.of(), OLHA, null, null, null, null, at(local)));
    }

    ObligationId armed(EntryId basis, String since, String due) {
        var id = ObligationId.of(basis, ObligationKind.REPLY);
        tell(entry -> new ObligationArmed(
                MATTER,
                id,
                ObligationKind.REPLY,
                1,
                OLHA,
                basis,
                null,
                null,
                at(since),
                at(due),
                List.of(),
                RECKONED,
                null,
                null,
                0,
                at(since)));
        return id;
    }

    void breached(ObligationId duty, String due) {
        tell(entry -> new ObligationBreached(MATTER, duty, ObligationKind.REPLY, at(due)));
    }

    void kept(ObligationId duty, EntryId by, String local) {
        tell(entry -> new ObligationFulfilled(MATTER, duty, by, null, at(local)));
    }

    void keptLate(ObligationId duty, EntryId by, String local) {
        var lag = new Lag(Duration.ofMinutes(135), Duration.ofMinutes(1035));
        tell(entry -> new ObligationFulfilled(MATTER, duty, by, lag, at(local)));
    }

    void reassessed(ObligationId duty, EntryId evidence, String due) {
        tell(entry -> new BreachReassessed(
                MATTER, duty, Reassessment.MET_RECORDED_LATE, evidence, null, null, null, at(due)));
    }

    MatterAsOf then(String local) {
        return AsOf.of(MATTER, events, at(local), Known.THEN);
    }

    MatterAsOf now(String local) {
        return AsOf.of(MATTER, events, at(local), Known.NOW);
    }

    /** In what the matter at an instant is known otherwise now. */
    List<Difference> difference(String local) {
        return Differences.between(then(local), now(local), NAMES);
    }
}
