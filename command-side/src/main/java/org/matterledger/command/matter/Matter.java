package org.matterledger.command.matter;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.MatterCommand.AgreeChannel;
import org.matterledger.command.matter.MatterCommand.DeclineChannel;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.command.matter.MatterCommand.ProposeChannel;
import org.matterledger.command.matter.MatterCommand.ReportMessage;
import org.matterledger.command.matter.MatterCommand.SendUpdate;
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
        return record(Opening.decide(state(), command, Facts.about(command, streams), now));
    }

    @CommandHandler
    Outcome on(ProposeChannel command, LedgerTime now, StreamReader streams) {
        return record(ChannelDecisions.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @CommandHandler
    Outcome on(AgreeChannel command, LedgerTime now, StreamReader streams) {
        return record(ChannelDecisions.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @CommandHandler
    Outcome on(DeclineChannel command, LedgerTime now, StreamReader streams) {
        return record(ChannelDecisions.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @CommandHandler
    Outcome on(WithdrawChannel command, LedgerTime now, StreamReader streams) {
        return record(ChannelDecisions.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @CommandHandler
    Outcome on(ReportMessage command, LedgerTime now, StreamReader streams) {
        return record(Threads.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @CommandHandler
    Outcome on(SendUpdate command, LedgerTime now, StreamReader streams) {
        return record(Threads.decide(state(), command, Facts.about(state(), command, streams), now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((MatterEvent) event).matterId().value();
    }
}
