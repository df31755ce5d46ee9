package org.matterledger.command.staff;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.AvailabilityEvent;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;

/**
 * Where and when a staff member is reached, and who acts in an absence.
 *
 * @param absences all that were recorded, the cancelled ones too
 */
record Availability(
        @Nullable StaffId deputy,
        @Nullable String team,
        Map<AbsenceId, Absence> absences,
        @Nullable ConfidentialText address,
        @Nullable CalendarId calendar) {

    static final Availability UNKNOWN = new Availability(null, null, Map.of(), null, null);

    Availability {
        absences = Map.copyOf(absences);
    }

    /** @param until the first instant after it */
    record Absence(Instant from, Instant until, boolean cancelled) {}

    Availability evolve(AvailabilityEvent event) {
        return switch (event) {
            case StaffDeputyNamed named -> new Availability(named.deputy(), team, absences, address, calendar);
            case StaffTeamJoined joined -> new Availability(deputy, joined.team(), absences, address, calendar);
            case StaffAbsenceRecorded recorded ->
                with(recorded.absenceId(), new Absence(recorded.from(), recorded.until(), false));
            case StaffAbsenceCancelled cancelled -> cancelled(cancelled.absenceId());
            case StaffAddressGiven given -> new Availability(deputy, team, absences, given.address(), calendar);
            case StaffCalendarGiven given -> new Availability(deputy, team, absences, address, given.calendarId());
        };
    }

    /** The absence of just these times that still stands. */
    Optional<AbsenceId> absence(Instant from, Instant until) {
        var same = new Absence(from, until, false);
        return absences.entrySet().stream()
                .filter(known -> known.getValue().equals(same))
                .map(Map.Entry::getKey)
                .min((one, other) -> one.value().compareTo(other.value()));
    }

    private Availability cancelled(AbsenceId id) {
        var absence = absences.get(id);
        return absence == null ? this : with(id, new Absence(absence.from(), absence.until(), true));
    }

    private Availability with(AbsenceId id, Absence absence) {
        var all = new HashMap<>(absences);
        all.put(id, absence);
        return new Availability(deputy, team, all, address, calendar);
    }
}
