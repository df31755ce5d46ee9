package org.matterledger.command.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.WorkCalendar;

/** A matter that lives through commands at local times, in memory: every event that it records is kept. */
final class MatterLife {

    static final StaffId OLHA = SampleMatter.OLHA;
    static final StaffId PETRO = SampleMatter.PETRO;
    static final PersonId MARTA = SampleMatter.MARTA;

    private final Neighbours neighbours;
    private final List<MatterEvent> events = new ArrayList<>();
    private final CalendarId calendarId;
    private final ZoneId zone;
    private final Set<EntryId> imported = new HashSet<>();
    private MatterState state = MatterState.BLANK;
    private LedgerTime now = new LedgerTime(Instant.EPOCH);

    private MatterLife(WorkCalendar calendar, PolicyPack policy) {
        this.calendarId = SampleMatter.KYIV;
        this.zone = calendar.zone();
        this.neighbours = new Neighbours(calendarId, calendar, policy);
    }

    /** A matter in Kyiv's hours, opened at a local time. */
    static MatterLife opened(String at) {
        return opened(SampleTerms.week("Europe/Kyiv", "09:00", "18:00"), at);
    }

    static MatterLife opened(WorkCalendar calendar, String at) {
        var life = new MatterLife(calendar, SampleTerms.policy());
        return life.at(at).opens(null);
    }

    /** A running matter that is taken over, with the client's last contact. */
    static MatterLife takenOver(WorkCalendar calendar, PolicyPack policy, Instant at, @Nullable Instant lastContact) {
        return new MatterLife(calendar, policy).at(at).opens(lastContact);
    }

    private MatterLife opens(@Nullable Instant lastContact) {
        does(state -> Opening.decide(state, openCommand(lastContact), facts(), now));
        return this;
    }

    private MatterCommand.OpenMatter openCommand(@Nullable Instant lastContact) {
        return new MatterCommand.OpenMatter(
                SampleMatter.M1,
                SampleMatter.MILL,
                SampleMatter.TEXT,
                MARTA,
                OLHA,
                PETRO,
                calendarId,
                null,
                null,
                lastContact);
    }

    /** The calendar's next version, published now. */
    MatterLife publishes(WorkCalendar calendar) {
        neighbours.publish(calendarId, calendar, now.instant());
        return this;
    }

    /** The policy's next version, published now. */
    MatterLife publishes(PolicyPack pack) {
        neighbours.publish(pack, now.instant());
        return this;
    }

    /** Another agreed calendar. */
    MatterLife knows(CalendarId other, WorkCalendar calendar) {
        neighbours.publish(other, calendar, now.instant());
        return this;
    }

    MatterLife knows(StaffRegistered staff) {
        return knows(staff.staffId().value(), staff);
    }

    /** What another stream says. */
    MatterLife knows(String stream, LedgerEvent... told) {
        neighbours.say(stream, told);
        return this;
    }

    MatterLife at(String local) {
        return at(instant(local));
    }

    MatterLife at(Instant instant) {
        now = new LedgerTime(instant);
        return this;
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** An entry that an import told. */
    MatterLife imported(EntryId entry) {
        imported.add(entry);
        return this;
    }

    LedgerTime now() {
        return now;
    }

    Facts facts() {
        return new Facts(neighbours.streams(), () -> List.copyOf(events), imported::contains);
    }

    /** Lets time pass, decides, and records; a refusal records nothing. */
    Outcome does(Function<MatterState, Outcome> decision) {
        return record(Consequences.of(state, facts(), now, decision));
    }

    MatterLife passes() {
        record(Consequences.ofTime(state, facts(), now));
        return this;
    }

    private Outcome record(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            for (var event : recorded.events()) {
                events.add((MatterEvent) event);
                state = state.evolve(event);
            }
        }
        return outcome;
    }

    MatterLife clientMails(String local) {
        return clientMails(local, null);
    }

    MatterLife clientMails(String local, @Nullable ThreadId thread) {
        var command = new ContactCommand.ReportMessage(
                SampleMatter.M1,
                MARTA,
                ChannelKind.MAIL,
                null,
                null,
                null,
                null,
                thread,
                null,
                null,
                ContactCommand.Found.NOTHING,
                instant(local));
        does(state -> ContactFacts.decide(state, command, facts(), now));
        return this;
    }

    MatterLife firmMailed(String local, MessageNature nature) {
        return firmMailed(local, nature, null, null);
    }

    MatterLife firmMailed(
            String local, MessageNature nature, @Nullable LocalDate promisedFor, @Nullable ThreadId thread) {
        does(state -> ContactFacts.decide(state, sent(local, nature, promisedFor, thread), facts(), now));
        return this;
    }

    ContactCommand.ReportSent sent(
            String local, MessageNature nature, @Nullable LocalDate promisedFor, @Nullable ThreadId thread) {
        return new ContactCommand.ReportSent(
                SampleMatter.M1,
                OLHA,
                List.of(MARTA),
                ChannelKind.MAIL,
                nature,
                null,
                null,
                promisedFor,
                null,
                null,
                thread,
                null,
                null,
                ContactCommand.Found.NOTHING,
                instant(local));
    }

    Outcome acts(ContactCommand.ContactAct act) {
        return does(state -> ContactActs.decide(state, act, facts(), now));
    }

    /** Somebody says of an entry what becomes of it. */
    Outcome acts(EntryCommand command) {
        return does(state -> EntryDecisions.decide(state, command, facts(), now));
    }

    Outcome replies(@Nullable ThreadId thread) {
        return acts(new ContactCommand.SendReply(
                SampleMatter.M1, ChannelKind.MAIL, List.of(MARTA), OLHA, null, thread, null));
    }

    Outcome holds(@Nullable String day) {
        return holds(day, null);
    }

    Outcome holds(@Nullable String day, @Nullable String time) {
        return acts(new ContactCommand.SendHoldingReply(
                SampleMatter.M1,
                ChannelKind.MAIL,
                List.of(MARTA),
                OLHA,
                day == null ? null : LocalDate.parse(day),
                time == null ? null : LocalTime.parse(time),
                null,
                null,
                null));
    }

    MatterState state() {
        return state;
    }

    List<MatterEvent> events() {
        return events;
    }

    /** What of a type was recorded last. */
    <E extends MatterEvent> E last(Class<E> type) {
        return events.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    List<ObligationEvent> verdicts() {
        return events.stream()
                .filter(ObligationEvent.class::isInstance)
                .map(ObligationEvent.class::cast)
                .toList();
    }

    List<Obligation> owed(ObligationKind kind) {
        return state.duties().owed().stream()
                .filter(owe -> owe.kind() == kind && !owe.reckonedAway())
                .toList();
    }

    Obligation only(ObligationKind kind) {
        var all = owed(kind);
        if (all.size() != 1) {
            throw new AssertionError("Expected one " + kind + ", found " + all);
        }
        return all.getFirst();
    }

    String local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().toString();
    }
}
