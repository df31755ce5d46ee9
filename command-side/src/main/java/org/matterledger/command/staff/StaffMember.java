package org.matterledger.command.staff;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.staff.StaffCommand.ChangeRoles;
import org.matterledger.command.staff.StaffCommand.RecordLeaving;
import org.matterledger.command.staff.StaffCommand.RegisterStaffMember;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;

/** Someone who works at the firm: who may be responsible, answer as partner, and write to clients. */
final class StaffMember extends LedgerAggregate<StaffState> {

    StaffMember() {
        super(StaffState.BLANK);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(RegisterStaffMember command, LedgerTime now) {
        return record(StaffDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(ChangeRoles command, LedgerTime now) {
        return record(StaffDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(RecordLeaving command, LedgerTime now) {
        return record(StaffDecisions.decide(state(), command, now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((StaffEvent) event).staffId().value();
    }
}
