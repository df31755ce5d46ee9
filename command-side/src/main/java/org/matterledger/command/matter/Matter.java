package org.matterledger.command.matter;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ComplaintCommand.RecordComplaint;
import org.matterledger.command.matter.MatterCommand.AgreeChannel;
import org.matterledger.command.matter.MatterCommand.CloseMatter;
import org.matterledger.command.matter.MatterCommand.DeclineChannel;
import org.matterledger.command.matter.MatterCommand.LetTimePass;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.command.matter.MatterCommand.ProposeChannel;
import org.matterledger.command.matter.MatterCommand.ReplaceResponsible;
import org.matterledger.command.matter.MatterCommand.WithdrawChannel;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;

/**
 * What a client has entrusted to the firm: how both sides agreed to communicate, what they then said, and so what the
 * firm owes. One stream, so that one transaction records a message and what follows from it.
 */
final class Matter extends LedgerAggregate<MatterState> {

    Matter() {
        super(MatterState.BLANK);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(OpenMatter command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(command, streams);
        return record(Consequences.of(state(), facts, now, state -> Opening.decide(state, command, facts, now)));
    }

    @CommandHandler
    Outcome on(ProposeChannel command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ChannelDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(AgreeChannel command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ChannelDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(DeclineChannel command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ChannelDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(WithdrawChannel command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ChannelDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.ReportMessage command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ContactFacts.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.ReportSent command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ContactFacts.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.ReportCall command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ContactFacts.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.SendUpdate command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> ContactActs.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.SendReply command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> ContactActs.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.SendHoldingReply command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> ContactActs.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ContactCommand.SendDelayNotice command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> ContactActs.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TermsCommand.AgreeSilenceLimit command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TermsDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TermsCommand.AgreeAnswerTimes command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TermsDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TermsCommand.AgreeHours command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.calendarId().value());
        return follow(facts, now, state -> TermsDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(ReplaceResponsible command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.responsible().value());
        return follow(facts, now, state -> TermsDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(CloseMatter command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TermsDecisions.decide(state, command, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.OpenThread command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.ReportFailure command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.WaiveAnswer command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.CorrectEntry command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.WithdrawEntry command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.MoveEntry command, LedgerTime now, StreamReader streams) {
        if (streams.first(command.to().value()).isEmpty()) {
            return Outcome.refusedBy(MatterRule.ENTRY_MOVES_TO_ANOTHER_MATTER);
        }
        var facts = Facts.about(state(), streams);
        return follow(
                facts,
                now,
                state -> new Correcting(state, facts, now)
                        .move(command, () -> MoveForeseen.takesABreachBack(command, streams, now)));
    }

    @CommandHandler
    Outcome on(EntryCommand.AgreeToCorrection command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.DeclineCorrection command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.AdoptLateEntry command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.ExcuseBreach command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(EntryCommand.TakeOverEntry command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.from().matter().value());
        return follow(facts, now, state -> EntryDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.RequestTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.ReopenTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.ConfirmTaskDescription command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.SendTaskDescription command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.AcceptTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.withActing(state(), streams, now, command.by().value());
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.DeclineTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.withActing(state(), streams, now, command.by().value());
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.MarkTaskWaiting command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.ResumeTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(TaskCommand.DeliverTask command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> TaskDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(RecordComplaint command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams);
        return follow(facts, now, state -> ComplaintDecisions.decide(state, command, now));
    }

    @CommandHandler
    Outcome on(AcknowledgeComplaint command, LedgerTime now, StreamReader streams) {
        var facts = Facts.about(state(), streams, command.by().value());
        return follow(facts, now, state -> ComplaintDecisions.decide(state, command, facts, now));
    }

    @CommandHandler
    Outcome on(LetTimePass command, LedgerTime now, StreamReader streams) {
        return record(Consequences.ofTime(state(), Facts.about(state(), streams), now));
    }

    private Outcome follow(Facts facts, LedgerTime now, Function<MatterState, Outcome> decision) {
        return record(Consequences.of(state(), facts, now, decision));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((MatterEvent) event).matterId().value();
    }
}
