package org.matterledger.command.matter;

import static org.matterledger.command.matter.SampleMatter.IVO;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.TEXT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Deed.Step;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ComplaintId;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.StaffId;
import org.matterledger.values.Standing;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/** Asks of the ledger what the steps of a history say. */
final class HistoryCommands {

    static final CalendarId ROUND_THE_CLOCK = new CalendarId("calendar-always");
    static final StaffId IVAN = new StaffId("staff-ivan");

    private final MatterLife life;
    private final Map<Integer, EntryId> entries;

    /** @param entries what each step was recorded as */
    HistoryCommands(MatterLife life, Map<Integer, EntryId> entries) {
        this.life = life;
        this.entries = entries;
    }

    /** Absent where there is nothing to ask. */
    @Nullable
    Outcome ask(Step step) {
        return switch (step.deed()) {
            case Deed.ClientWrites d ->
                contact(new ContactCommand.ReportMessage(
                        M1,
                        MARTA,
                        d.channel(),
                        null,
                        null,
                        d.nature(),
                        null,
                        thread(d.thread()),
                        null,
                        null,
                        ContactCommand.Found.NOTHING,
                        step.at()));
            case Deed.FirmWrites d ->
                contact(new ContactCommand.ReportSent(
                        M1,
                        d.nature() == MessageNature.AUTOMATIC ? null : OLHA,
                        to(d.toPrincipal()),
                        d.channel(),
                        d.nature(),
                        null,
                        null,
                        d.until(),
                        d.time(),
                        d.again(),
                        thread(d.thread()),
                        entries.get(d.answers()),
                        null,
                        ContactCommand.Found.NOTHING,
                        step.at()));
            case Deed.ComesAgain d -> copy(d, step.at());
            case Deed.Calls d ->
                contact(new ContactCommand.ReportCall(
                        M1,
                        d.from(),
                        MARTA,
                        OLHA,
                        ChannelKind.PHONE,
                        null,
                        null,
                        d.answered(),
                        null,
                        thread(d.thread()),
                        null,
                        null,
                        step.at()));
            case Deed.Updates d ->
                life.acts(new ContactCommand.SendUpdate(
                        M1,
                        UpdateKind.PROGRESS,
                        ChannelKind.MAIL,
                        to(d.toPrincipal()),
                        OLHA,
                        TEXT,
                        null,
                        null,
                        d.again(),
                        d.thread() == null ? null : thread(d.thread()),
                        null));
            case Deed.Holds d ->
                life.acts(new ContactCommand.SendHoldingReply(
                        M1,
                        ChannelKind.MAIL,
                        to(true),
                        OLHA,
                        d.until(),
                        d.time(),
                        null,
                        thread(d.thread()),
                        entries.get(d.answers())));
            case Deed.SaysLate d ->
                promise(d)
                        .map(promise -> life.acts(new ContactCommand.SendDelayNotice(
                                M1,
                                promise.id(),
                                ChannelKind.MAIL,
                                to(true),
                                OLHA,
                                d.until(),
                                d.time(),
                                null,
                                null,
                                d.thread() == null ? null : thread(d.thread()),
                                null)))
                        .orElse(null);
            case Deed.ComesOver d -> life.acts(comesOver(d, step));
            case Deed.AsksTask d ->
                task(new TaskCommand.RequestTask(
                        M1, id(d.task()), TaskForm.WRITTEN, MARTA, null, TEXT, null, step.at()));
            case Deed.AsksAgain d ->
                task(new TaskCommand.ReopenTask(M1, id(d.task()), TaskForm.WRITTEN, MARTA, null, null, step.at()));
            case Deed.TakesTask d -> task(new TaskCommand.AcceptTask(M1, id(d.task()), servedBy(), d.day()));
            case Deed.DropsTask d -> task(new TaskCommand.DeclineTask(M1, id(d.task()), servedBy(), TEXT));
            case Deed.Delivers d ->
                task(new TaskCommand.DeliverTask(M1, id(d.task()), ChannelKind.MAIL, to(true), OLHA, null));
            case Deed.Complains d ->
                life.does(state -> ComplaintDecisions.decide(
                        state,
                        new ComplaintCommand.RecordComplaint(
                                M1, complaint(d.complaint()), MARTA, ChannelKind.PHONE, TEXT, null, null, step.at()),
                        life.now()));
            case Deed.Acknowledges d ->
                life.does(state -> ComplaintDecisions.decide(
                        state,
                        new ComplaintCommand.AcknowledgeComplaint(
                                M1, complaint(d.complaint()), ChannelKind.MAIL, to(true), OLHA, null),
                        life.facts(),
                        life.now()));
            case Deed.Bounces d -> entry(d.message(), id -> new EntryCommand.ReportFailure(M1, id, null, step.at()));
            case Deed.Waives d -> entry(d.message(), id -> new EntryCommand.WaiveAnswer(M1, id, OLHA, TEXT));
            case Deed.Adopts d -> entry(d.message(), id -> new EntryCommand.AdoptLateEntry(M1, id, PETRO, TEXT));
            case Deed.Withdraws d -> entry(d.entry(), id -> new EntryCommand.WithdrawEntry(M1, id, OLHA, TEXT, null));
            case Deed.Moves d ->
                entry(
                        d.entry(),
                        id -> new EntryCommand.CorrectEntry(
                                M1, id, OLHA, new Correction(d.really(), null, d.channel(), null), TEXT, null));
            case Deed.Publishes d -> {
                life.publishes(d.calendar()).passes();
                yield null;
            }
            case Deed.ChangesPolicy d -> {
                life.publishes(d.pack()).passes();
                yield null;
            }
            case Deed.AgreesSilence d -> terms(new TermsCommand.AgreeSilenceLimit(M1, d.days(), null));
            case Deed.AgreesTimes d ->
                terms(new TermsCommand.AgreeAnswerTimes(M1, d.cutOff(), d.reply(), d.accept(), null));
            case Deed.AgreesRoundTheClock ignored -> terms(new TermsCommand.AgreeHours(M1, ROUND_THE_CLOCK, null));
            case Deed.AgreesTelegram ignored -> {
                life.does(state -> ChannelDecisions.decide(
                        state,
                        new MatterCommand.ProposeChannel(
                                M1, SampleMatter.CHAT, Party.FIRM, null, SampleMatter.TELEGRAM),
                        life.facts(),
                        life.now()));
                yield life.does(state -> ChannelDecisions.decide(
                        state,
                        new MatterCommand.AgreeChannel(M1, SampleMatter.CHAT, Party.CLIENT, MARTA, null),
                        life.facts(),
                        life.now()));
            }
            case Deed.WithdrawsTelegram ignored ->
                life.does(state -> ChannelDecisions.decide(
                        state,
                        new MatterCommand.WithdrawChannel(M1, SampleMatter.CHAT, Party.CLIENT, MARTA, null),
                        life.facts(),
                        life.now()));
            case Deed.HandsOver d ->
                life.does(state -> TermsDecisions.decide(
                        state,
                        new MatterCommand.ReplaceResponsible(M1, d.toIvan() ? IVAN : OLHA),
                        life.facts(),
                        life.now()));
            case Deed.Closes ignored ->
                life.does(state -> TermsDecisions.decide(state, new MatterCommand.CloseMatter(M1, TEXT), life.now()));
        };
    }

    private Optional<Obligation> promise(Deed.SaysLate late) {
        var by = entries.get(late.promise());
        return life.state().duties().owed().stream()
                .filter(owe -> owe.basis().equals(by)
                        && (owe.kind() == ObligationKind.KEEP_PROMISE || owe.kind() == ObligationKind.DELIVER_TASK)
                        && Promises.NEXT_CONTACT.equals(owe.subject()) == late.nextContact())
                .findFirst();
    }

    /** The letter as it was, in another thread even: it counts where it came first. */
    private @Nullable Outcome copy(Deed.ComesAgain again, Instant at) {
        var first = entries.get(again.message());
        if (first == null) {
            return null;
        }
        var found = new ContactCommand.Found(first, TEXT, true, true);
        return contact(
                again.fromFirm()
                        ? new ContactCommand.ReportSent(
                                M1,
                                OLHA,
                                to(true),
                                ChannelKind.MAIL,
                                MessageNature.SUBSTANTIVE,
                                null,
                                null,
                                null,
                                null,
                                null,
                                thread(again.thread()),
                                null,
                                null,
                                found,
                                at)
                        : new ContactCommand.ReportMessage(
                                M1,
                                MARTA,
                                ChannelKind.MAIL,
                                null,
                                null,
                                null,
                                null,
                                thread(again.thread()),
                                null,
                                null,
                                found,
                                at));
    }

    private EntryCommand comesOver(Deed.ComesOver d, Step step) {
        var there = EntryId.of(new MatterId("matter-other-" + step.nr()), 0);
        var to = List.of(new Recipient(d.toPrincipal() ? MARTA : IVO, Standing.PRINCIPAL));
        var thread = d.inThread() ? new ThreadId("thread-there") : null;
        life.knows(
                there.matter().value(),
                d.late()
                        ? new DelayNoticeSent(
                                there.matter(),
                                there,
                                ObligationId.of(there, ObligationKind.KEEP_PROMISE),
                                ChannelKind.MAIL,
                                null,
                                to,
                                OLHA,
                                d.day(),
                                null,
                                null,
                                null,
                                thread,
                                null,
                                null,
                                step.at())
                        : new UpdateSent(
                                there.matter(),
                                there,
                                UpdateKind.PROGRESS,
                                ChannelKind.MAIL,
                                null,
                                to,
                                OLHA,
                                TEXT,
                                null,
                                null,
                                d.day(),
                                thread,
                                null,
                                null,
                                step.at()));
        return new EntryCommand.TakeOverEntry(M1, there);
    }

    private Outcome contact(ContactCommand.ContactFact told) {
        return life.does(state -> ContactFacts.decide(state, told, life.facts(), life.now()));
    }

    private Outcome task(TaskCommand command) {
        return life.does(state -> TaskDecisions.decide(state, command, life.facts(), life.now()));
    }

    private Outcome terms(TermsCommand command) {
        return life.does(state -> TermsDecisions.decide(state, command, life.facts(), life.now()));
    }

    private @Nullable Outcome entry(int nr, Function<EntryId, EntryCommand> command) {
        var id = entries.get(nr);
        return id == null ? null : life.acts(command.apply(id));
    }

    private StaffId servedBy() {
        return life.state().servedBy();
    }

    private static List<PersonId> to(boolean principal) {
        return List.of(principal ? MARTA : IVO);
    }

    static @Nullable ThreadId thread(String thread) {
        return thread.isEmpty() ? null : new ThreadId("thread-" + thread);
    }

    private static TaskId id(String task) {
        return new TaskId("task-" + task);
    }

    private static ComplaintId complaint(String complaint) {
        return new ComplaintId("complaint-" + complaint);
    }
}
