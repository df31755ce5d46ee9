package org.matterledger.launcher.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.matterledger.command.Confidential;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.EntryId;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.PersonId;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Recipient;
import org.matterledger.values.Rung;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;
import org.matterledger.values.WorkCalendar;

/** A firm with one lawyer, one client and many matters, appended as events. */
final class SeededFirm {

    private static final Instant OPENED = Instant.parse("2023-01-02T08:00:00Z");

    /** A busy matter has some 10 000 events in two years; a matter remembers by itself what happened of late. */
    private static final Duration BETWEEN_EVENTS = Duration.ofHours(2);

    private static final int APPEND = 500;
    static final PolicyId POLICY = new PolicyId("policy-default");

    private final EventStore events;
    private final List<GenericDomainEventMessage<LedgerEvent>> batch = new ArrayList<>();
    final StaffId lawyer = StaffId.random();
    final PersonId person = PersonId.random();
    private final ClientId client = ClientId.random();
    final CalendarId calendar = CalendarId.random();
    private final ConfidentialText text;

    /** With text that nobody will open. */
    SeededFirm(EventStore events) {
        this(
                events,
                (subject, text) ->
                        new ConfidentialText(subject, "key-1", "c2VhbGVkIHRleHQgb2YgYSB1c3VhbCBsZW5ndGg=".repeat(3)));
    }

    /** With text that readers can open. */
    SeededFirm(EventStore events, Confidential vault) {
        this.events = events;
        this.text = vault.seal(person.value(), "The court has set a date for the hearing.");
        var hours = List.of(new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        var week = Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> hours));
        if (events.lastSequenceNumberFor(POLICY.value()).isEmpty()) {
            add("policy", POLICY.value(), 0, policy());
        }
        add("staff", lawyer.value(), 0, new StaffRegistered(lawyer, text, Set.of(StaffRole.PARTNER), null, OPENED));
        add("client", client.value(), 0, new ClientRegistered(client, text, null, OPENED));
        add(
                "client",
                client.value(),
                1,
                new ContactPersonNamed(client, person, text, List.of(), Standing.PRINCIPAL, OPENED));
        add(
                "calendar",
                calendar.value(),
                0,
                new CalendarVersionPublished(
                        calendar, 1, "Office", new WorkCalendar(ZoneId.of("Europe/Warsaw"), week), OPENED));
        flush();
    }

    /** What a ledger's own policy says, for a store beside it that has none. */
    private static PolicyVersionPublished policy() {
        var ladder = List.of(new Rung(Level.WARNING, -2), new Rung(Level.PARTNER, 1));
        return new PolicyVersionPublished(
                POLICY,
                1,
                new PolicyPack(
                        14,
                        CutOff.CLOSE,
                        2,
                        30,
                        2,
                        1,
                        Map.of(ObligationKind.KEEP_INFORMED, ladder),
                        Map.of(),
                        Map.of(),
                        null),
                null,
                OPENED);
    }

    /** Opens matters that hold so many events each. */
    List<MatterId> matters(int count, int eventsEach) {
        var matters = IntStream.range(0, count).mapToObj(i -> MatterId.random()).toList();
        matters.forEach(matter -> matter(matter, eventsEach, OPENED));
        flush();
        return matters;
    }

    ConfidentialText text() {
        return text;
    }

    private void matter(MatterId matter, int eventsEach, Instant opened) {
        var mail = ChannelId.random();
        add(
                "matter",
                matter.value(),
                0,
                new MatterOpened(
                        matter, client, text, person, lawyer, lawyer, calendar, 1, mail, null, POLICY, 1, null, null,
                        opened));
        for (var sequence = 1; sequence < eventsEach; sequence++) {
            add(
                    "matter",
                    matter.value(),
                    sequence,
                    new UpdateSent(
                            matter,
                            EntryId.of(matter, sequence),
                            UpdateKind.PROGRESS,
                            ChannelKind.MAIL,
                            mail,
                            List.of(new Recipient(person, Standing.PRINCIPAL)),
                            lawyer,
                            text,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            opened.plus(BETWEEN_EVENTS.multipliedBy(sequence))));
        }
    }

    void add(String kind, String stream, long sequence, LedgerEvent event) {
        var metadata = Map.of(
                LedgerMetadata.NOTED_AT,
                OPENED.toString(),
                LedgerMetadata.ACTOR,
                "ledger",
                LedgerMetadata.ORIGIN,
                "live");
        batch.add(new GenericDomainEventMessage<>(kind, stream, sequence, event, metadata));
        if (batch.size() >= APPEND) {
            flush();
        }
    }

    void flush() {
        events.publish(List.copyOf(batch));
        batch.clear();
    }
}
