package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;

/** Where and when a staff member is reached, and who acts when the member is away (rules.md 1.8, 18). */
public sealed interface AvailabilityEvent extends StaffEvent {

    /**
     * Who acts for the staff member in an absence, and for good once the member has left.
     *
     * @param deputy none where nobody does any longer; duties then go to each matter's accountable partner
     */
    @EventType(name = "staff.deputy-named")
    record StaffDeputyNamed(StaffId staffId, @Nullable StaffId deputy, Instant occurredAt)
            implements AvailabilityEvent {}

    /**
     * The staff member works in a team, and no longer in the one before.
     *
     * @param team what the firm calls it
     */
    @EventType(name = "staff.team-joined")
    record StaffTeamJoined(StaffId staffId, String team, Instant occurredAt) implements AvailabilityEvent {}

    /**
     * The staff member is away. Absences may overlap: who is away by any of them is away.
     *
     * @param from the first instant of the absence; it may be past
     * @param until the first instant after it
     */
    @EventType(name = "staff.absence-recorded")
    record StaffAbsenceRecorded(StaffId staffId, AbsenceId absenceId, Instant from, Instant until, Instant occurredAt)
            implements AvailabilityEvent {}

    /** The staff member is back early, or doesn't go; what of the absence was past by then stays an absence. */
    @EventType(name = "staff.absence-cancelled")
    record StaffAbsenceCancelled(StaffId staffId, AbsenceId absenceId, Instant occurredAt)
            implements AvailabilityEvent {}

    /**
     * Where the ledger's notices reach the staff member from now on.
     *
     * @param address a mail address, sealed with the staff member's own key
     */
    @EventType(name = "staff.address-given")
    record StaffAddressGiven(StaffId staffId, ConfidentialText address, Instant occurredAt)
            implements AvailabilityEvent {}

    /**
     * By which hours the staff member works, and gets notices that can wait.
     *
     * @param calendarId none where each matter's own calendar holds
     */
    @EventType(name = "staff.calendar-given")
    record StaffCalendarGiven(StaffId staffId, @Nullable CalendarId calendarId, Instant occurredAt)
            implements AvailabilityEvent {}
}
