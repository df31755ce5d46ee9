package org.matterledger.command.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox.Notice;
import org.matterledger.command.followup.Outbox.What;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ObligationEvent.ObligationArmed;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationWarned;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.PersonId;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Urgency;
import org.matterledger.values.WorkCalendar;

/** A reply that Olha owes in matter M-1 by Tuesday's closing, and the streams around it. */
final class SampleDuty implements StreamReader {

    /** Tuesday, noon in Kyiv. */
    static final Instant NOON = Instant.parse("2026-02-10T10:00:00Z");

    static final Instant DUE = Instant.parse("2026-02-10T16:00:00Z");
    static final Instant NEXT_DAY = Instant.parse("2026-02-11T16:00:00Z");
    static final MatterId M1 = new MatterId("matter-m1");
    static final StaffId OLHA = new StaffId("staff-olha");
    static final StaffId PETRO = new StaffId("staff-petro");
    static final CalendarId KYIV = new CalendarId("calendar-kyiv");
    static final CalendarId ALWAYS = new CalendarId("calendar-always");
    static final ConfidentialText TITLE = new ConfidentialText("client-mill", "1", "dGV4dA==");
    static final EntryId MESSAGE = EntryId.of(M1, 1);
    static final ObligationId REPLY = ObligationId.of(MESSAGE, ObligationKind.REPLY);

    final Map<String, List<LedgerEvent>> streams = new HashMap<>();

    SampleDuty() {
        knowing(M1.value(), opened());
        knowing(OLHA.value(), works(OLHA, StaffRole.FEE_EARNER));
        knowing(PETRO.value(), works(PETRO, StaffRole.PARTNER));
        knowing(KYIV.value(), new CalendarVersionPublished(KYIV, 1, "Kyiv", week(9), NOON));
        knowing(
                ALWAYS.value(),
                new CalendarVersionPublished(
                        ALWAYS, 1, "Always", WorkCalendar.alwaysOpen(ZoneId.of("Europe/Kyiv")), NOON));
    }

    void knowing(String stream, LedgerEvent... events) {
        streams.computeIfAbsent(stream, ignored -> new ArrayList<>()).addAll(List.of(events));
    }

    /** The message that waits for an answer, as pressing as this. */
    void written(Urgency urgency) {
        knowing(
                M1.value(),
                new MessageReceived(
                        M1,
                        MESSAGE,
                        null,
                        ChannelKind.MAIL,
                        null,
                        null,
                        null,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        urgency,
                        null,
                        null,
                        null,
                        null,
                        NOON));
    }

    @Override
    public Map<String, List<LedgerEvent>> read(Set<String> asked) {
        var read = new HashMap<>(streams);
        read.keySet().retainAll(asked);
        return read;
    }

    static WorkCalendar week(int opens) {
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        for (var day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new OpenInterval(LocalTime.of(opens, 0), LocalTime.of(18, 0))));
        }
        return new WorkCalendar(ZoneId.of("Europe/Kyiv"), week);
    }

    static StaffRegistered works(StaffId staff, StaffRole role) {
        return new StaffRegistered(staff, TITLE, Set.of(role), null, NOON);
    }

    private static MatterOpened opened() {
        return new MatterOpened(
                M1,
                new ClientId("client-mill"),
                TITLE,
                new PersonId("person-marta"),
                OLHA,
                PETRO,
                KYIV,
                1,
                ChannelId.main(M1),
                null,
                null,
                null,
                null,
                null,
                NOON);
    }

    static ObligationArmed armed() {
        return armed(KYIV);
    }

    static ObligationArmed armed(CalendarId calendar) {
        return new ObligationArmed(
                M1,
                REPLY,
                ObligationKind.REPLY,
                1,
                OLHA,
                MESSAGE,
                null,
                null,
                NOON,
                DUE,
                List.of(),
                new Reckoned("END_OF_WORKING_DAY", calendar, 1, 1),
                null,
                null,
                0,
                NOON);
    }

    static ObligationWarned warned() {
        return new ObligationWarned(M1, REPLY, Level.WARNING, NOON.plusSeconds(60));
    }

    static ObligationBreached breached() {
        return new ObligationBreached(M1, REPLY, ObligationKind.REPLY, DUE);
    }

    static ObligationEscalated escalated(Level level) {
        return new ObligationEscalated(M1, REPLY, level, NEXT_DAY);
    }

    static ObligationFulfilled fulfilled() {
        return new ObligationFulfilled(M1, REPLY, EntryId.of(M1, 4), null, NOON.plusSeconds(3600));
    }

    /** An event as the firm noted it. */
    static EventMessage<?> noted(LedgerEvent event, Instant notedAt) {
        return noted(event, notedAt, "live");
    }

    static EventMessage<?> noted(LedgerEvent event, Instant notedAt, String origin) {
        var metadata =
                MetaData.with(LedgerMetadata.NOTED_AT, notedAt.toString()).and(LedgerMetadata.ORIGIN, origin);
        var id = UUID.nameUUIDFromBytes((event + origin).getBytes(UTF_8)).toString();
        return new GenericEventMessage<>(new GenericMessage<>(id, event, metadata), () -> notedAt);
    }

    /** As an import tells it: noted in its own time, and truly recorded later. */
    static EventMessage<?> imported(LedgerEvent event, Instant notedAt, Instant truly) {
        return noted(event, notedAt, "import").andMetaData(MetaData.with(LedgerMetadata.IMPORTED_AT, truly.toString()));
    }

    static Notice notice(What what, Instant notedAt) {
        return new Notice(
                "event-" + what,
                what,
                OLHA,
                OLHA,
                M1,
                REPLY,
                ObligationKind.REPLY,
                DUE,
                "END_OF_WORKING_DAY",
                KYIV,
                TITLE,
                notedAt,
                KYIV,
                0,
                NOON.minusSeconds(3600));
    }
}
