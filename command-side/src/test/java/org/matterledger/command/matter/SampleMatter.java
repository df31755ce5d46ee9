package org.matterledger.command.matter;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Trial;
import org.matterledger.command.matter.ContactCommand.ReportMessage;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelPurpose;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.ExpectedAnswer;
import org.matterledger.values.MatterId;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;
import org.matterledger.values.WorkCalendar;

/** Matter M-1 of the mill: Olha serves it, Petro answers for it, Marta owns the mill, Ivo keeps its books. */
final class SampleMatter {

    /** Tuesday, ten in the morning in Kyiv. */
    static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

    static final LocalDate TODAY = LocalDate.parse("2026-02-10");
    static final MatterId M1 = new MatterId("matter-m1");
    static final ClientId MILL = new ClientId("client-mill");
    static final PersonId MARTA = new PersonId("person-marta");
    static final PersonId IVO = new PersonId("person-ivo");
    static final PersonId STRANGER = new PersonId("person-stranger");
    static final StaffId OLHA = new StaffId("staff-olha");
    static final StaffId PETRO = new StaffId("staff-petro");
    static final CalendarId KYIV = new CalendarId("calendar-kyiv");
    static final ChannelId MAIN = ChannelId.main(M1);
    static final ChannelId CHAT = new ChannelId("channel-chat");
    static final ConfidentialText TEXT = new ConfidentialText("client-mill", "1", "dGV4dA==");
    static final Source SOURCE = new Source("cases", "M-1");

    static final ChannelTerms TELEGRAM = new ChannelTerms(
            ChannelKind.TELEGRAM,
            false,
            Set.of(ChannelPurpose.DAILY_MATTERS),
            new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0)),
            ChannelKind.MAIL,
            new ExpectedAnswer("PT2H"));

    private SampleMatter() {}

    /** The matter's stream, with what client, staff and calendar say beside it. */
    static Trial<Matter> given(MatterEvent... events) {
        return Trial.given(Matter.class, events)
                .knowing(MILL.value(), client())
                .knowing(MILL.value(), named(MARTA, Standing.PRINCIPAL), named(IVO, Standing.OTHER))
                .knowing(OLHA.value(), works(OLHA, StaffRole.FEE_EARNER))
                .knowing(PETRO.value(), works(PETRO, StaffRole.PARTNER))
                .knowing(KYIV.value(), published(1), published(2));
    }

    static ClientRegistered client() {
        return new ClientRegistered(MILL, TEXT, null, NOW);
    }

    static ContactPersonNamed named(PersonId person, Standing standing) {
        return new ContactPersonNamed(MILL, person, TEXT, List.of(), standing, NOW);
    }

    static StaffRegistered works(StaffId staff, StaffRole role) {
        return new StaffRegistered(staff, TEXT, Set.of(role), null, NOW);
    }

    static CalendarVersionPublished published(int version) {
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        week.put(DayOfWeek.MONDAY, List.of(new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0))));
        return new CalendarVersionPublished(
                KYIV, version, "Kyiv", new WorkCalendar(ZoneId.of("Europe/Kyiv"), week), NOW);
    }

    static OpenMatter open() {
        return new OpenMatter(M1, MILL, TEXT, MARTA, OLHA, PETRO, KYIV, SOURCE, null, null);
    }

    static MatterOpened opened() {
        return new MatterOpened(M1, MILL, TEXT, MARTA, OLHA, PETRO, KYIV, 2, MAIN, SOURCE, null, null, null, null, NOW);
    }

    static ChannelProposed proposed() {
        return proposed(TELEGRAM);
    }

    static ChannelProposed proposed(ChannelTerms terms) {
        return new ChannelProposed(M1, CHAT, Party.FIRM, null, terms, NOW);
    }

    static ChannelAgreed agreed() {
        return new ChannelAgreed(M1, CHAT, Party.CLIENT, MARTA, TEXT, NOW);
    }

    static ChannelWithdrawn withdrawn(Instant at) {
        return new ChannelWithdrawn(M1, CHAT, Party.CLIENT, MARTA, null, at);
    }

    static ReportMessage report(ChannelKind channel, @Nullable PersonId from, Instant occurredAt) {
        return new ReportMessage(
                M1,
                from,
                channel,
                TEXT,
                null,
                null,
                null,
                null,
                null,
                SOURCE,
                ContactCommand.Found.NOTHING,
                occurredAt);
    }

    static MessageReceived received(
            long sequence,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            @Nullable PersonId from,
            Instant occurredAt,
            Deviation... deviations) {
        return received(EntryId.of(M1, sequence), channel, agreement, from, occurredAt, deviations);
    }

    static MessageReceived received(
            EntryId entry,
            ChannelKind channel,
            @Nullable ChannelId agreement,
            @Nullable PersonId from,
            Instant occurredAt,
            Deviation... deviations) {
        return new MessageReceived(
                entry.matter(),
                entry,
                from,
                channel,
                agreement,
                TEXT,
                null,
                Set.of(deviations),
                SOURCE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                occurredAt);
    }

    static SendUpdate update(ChannelKind channel, PersonId... to) {
        return new SendUpdate(M1, UpdateKind.PROGRESS, channel, List.of(to), OLHA, TEXT, null, null, null, null, null);
    }

    static SendUpdate noChange(@Nullable ConfidentialText reason, @Nullable LocalDate nextContactBy) {
        return new SendUpdate(
                M1,
                UpdateKind.NO_CHANGE,
                ChannelKind.MAIL,
                List.of(MARTA),
                OLHA,
                TEXT,
                null,
                reason,
                nextContactBy,
                null,
                null);
    }
}
