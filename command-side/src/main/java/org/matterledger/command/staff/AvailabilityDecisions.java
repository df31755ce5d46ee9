package org.matterledger.command.staff;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.staff.StaffRule.ABSENCE_ENDS_AFTER_IT_BEGINS;
import static org.matterledger.command.staff.StaffRule.ABSENCE_THAT_IS_OVER_STANDS;
import static org.matterledger.command.staff.StaffRule.DEPUTY_WORKS_HERE;
import static org.matterledger.command.staff.StaffRule.NOBODY_IS_THEIR_OWN_DEPUTY;
import static org.matterledger.command.staff.StaffRule.ONLY_A_RECORDED_ABSENCE_IS_CANCELLED;
import static org.matterledger.command.staff.StaffRule.STAFF_WORK_BY_A_PUBLISHED_CALENDAR;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_HAS_NO_ABSENCE;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_IS_NOT_REACHED_HERE;

import java.util.Objects;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.staff.AvailabilityCommand.CancelAbsence;
import org.matterledger.command.staff.AvailabilityCommand.GiveAddress;
import org.matterledger.command.staff.AvailabilityCommand.GiveCalendar;
import org.matterledger.command.staff.AvailabilityCommand.JoinTeam;
import org.matterledger.command.staff.AvailabilityCommand.NameDeputy;
import org.matterledger.command.staff.AvailabilityCommand.RecordAbsence;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;

/** Where and when staff are reached, and who acts in an absence. */
final class AvailabilityDecisions {

    private AvailabilityDecisions() {}

    /** Who left has a deputy too: until the matters are handed over, somebody must act in them. */
    static Outcome decide(StaffState state, NameDeputy command, StaffFacts facts, LedgerTime now) {
        var deputy = command.deputy();
        if (Objects.equals(state.availability().deputy(), deputy)) {
            return nothingNew();
        }
        if (command.staffId().equals(deputy)) {
            return refusedBy(NOBODY_IS_THEIR_OWN_DEPUTY);
        }
        if (deputy != null && !facts.worksHere(deputy)) {
            return refusedBy(DEPUTY_WORKS_HERE);
        }
        return events(new StaffDeputyNamed(command.staffId(), deputy, now.instant()));
    }

    static Outcome decide(StaffState state, JoinTeam command, LedgerTime now) {
        if (command.team().equals(state.availability().team())) {
            return nothingNew();
        }
        return state.left()
                ? refusedBy(WHO_LEFT_IS_NOT_REACHED_HERE)
                : events(new StaffTeamJoined(command.staffId(), command.team(), now.instant()));
    }

    static Outcome decide(StaffState state, RecordAbsence command, LedgerTime now) {
        var known = state.availability().absence(command.from(), command.until());
        if (known.isPresent()) {
            return nothingNew(known.get().value());
        }
        if (state.left()) {
            return refusedBy(WHO_LEFT_HAS_NO_ABSENCE);
        }
        if (!command.from().isBefore(command.until())) {
            return refusedBy(ABSENCE_ENDS_AFTER_IT_BEGINS);
        }
        return entry(
                command.absenceId().value(),
                new StaffAbsenceRecorded(
                        command.staffId(), command.absenceId(), command.from(), command.until(), now.instant()));
    }

    static Outcome decide(StaffState state, CancelAbsence command, LedgerTime now) {
        var absence = state.availability().absences().get(command.absenceId());
        if (absence == null) {
            return refusedBy(ONLY_A_RECORDED_ABSENCE_IS_CANCELLED);
        }
        if (absence.cancelled()) {
            return nothingNew(command.absenceId().value());
        }
        if (!now.instant().isBefore(absence.until())) {
            return refusedBy(ABSENCE_THAT_IS_OVER_STANDS);
        }
        return entry(
                command.absenceId().value(),
                new StaffAbsenceCancelled(command.staffId(), command.absenceId(), now.instant()));
    }

    static Outcome decide(StaffState state, GiveAddress command, LedgerTime now) {
        if (command.address().equals(state.availability().address())) {
            return nothingNew();
        }
        return state.left()
                ? refusedBy(WHO_LEFT_IS_NOT_REACHED_HERE)
                : events(new StaffAddressGiven(command.staffId(), command.address(), now.instant()));
    }

    static Outcome decide(StaffState state, GiveCalendar command, StaffFacts facts, LedgerTime now) {
        var calendar = command.calendarId();
        if (Objects.equals(state.availability().calendar(), calendar)) {
            return nothingNew();
        }
        if (state.left()) {
            return refusedBy(WHO_LEFT_IS_NOT_REACHED_HERE);
        }
        if (calendar != null && !facts.published(calendar)) {
            return refusedBy(STAFF_WORK_BY_A_PUBLISHED_CALENDAR);
        }
        return events(new StaffCalendarGiven(command.staffId(), calendar, now.instant()));
    }
}
