package org.matterledger.command.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;

/** What can be asked about where and when a staff member is reached. */
sealed interface AvailabilityCommand extends StaffCommand {

    /** @param deputy none where nobody shall be it any longer */
    record NameDeputy(StaffId staffId, @Nullable StaffId deputy) implements AvailabilityCommand {}

    record JoinTeam(StaffId staffId, String team) implements AvailabilityCommand {}

    /** @param until the first instant after the absence */
    record RecordAbsence(StaffId staffId, AbsenceId absenceId, Instant from, Instant until)
            implements AvailabilityCommand {}

    record CancelAbsence(StaffId staffId, AbsenceId absenceId) implements AvailabilityCommand {}

    /** @param address sealed with the staff member's own key */
    record GiveAddress(StaffId staffId, ConfidentialText address) implements AvailabilityCommand {}

    /** @param calendarId none where each matter's own shall hold */
    record GiveCalendar(StaffId staffId, @Nullable CalendarId calendarId) implements AvailabilityCommand {}
}
