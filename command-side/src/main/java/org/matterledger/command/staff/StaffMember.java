package org.matterledger.command.staff;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.staff.AvailabilityCommand.CancelAbsence;
import org.matterledger.command.staff.AvailabilityCommand.GiveAddress;
import org.matterledger.command.staff.AvailabilityCommand.GiveCalendar;
import org.matterledger.command.staff.AvailabilityCommand.JoinTeam;
import org.matterledger.command.staff.AvailabilityCommand.NameDeputy;
import org.matterledger.command.staff.AvailabilityCommand.RecordAbsence;
import org.matterledger.command.staff.StaffCommand.ChangeRoles;
import org.matterledger.command.staff.StaffCommand.RecordLeaving;
import org.matterledger.command.staff.StaffCommand.RegisterStaffMember;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;

/** Someone who works at the firm: who may be responsible, answer as partner and write to clients, while there. */
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

    @CommandHandler
    Outcome on(NameDeputy command, LedgerTime now, StreamReader streams) {
        return record(AvailabilityDecisions.decide(state(), command, StaffFacts.about(command, streams), now));
    }

    @CommandHandler
    Outcome on(JoinTeam command, LedgerTime now) {
        return record(AvailabilityDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(RecordAbsence command, LedgerTime now) {
        return record(AvailabilityDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(CancelAbsence command, LedgerTime now) {
        return record(AvailabilityDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(GiveAddress command, LedgerTime now) {
        return record(AvailabilityDecisions.decide(state(), command, now));
    }

    @CommandHandler
    Outcome on(GiveCalendar command, LedgerTime now, StreamReader streams) {
        return record(AvailabilityDecisions.decide(state(), command, StaffFacts.about(command, streams), now));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((StaffEvent) event).staffId().value();
    }
}
