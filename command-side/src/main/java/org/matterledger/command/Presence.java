package org.matterledger.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceCancelled;
import org.matterledger.events.AvailabilityEvent.StaffAbsenceRecorded;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffCalendarGiven;
import org.matterledger.events.AvailabilityEvent.StaffDeputyNamed;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.StaffId;

/**
 * Whether a staff member was there at an instant, and who was the member's deputy then.
 *
 * @param there works at the firm, and is not away
 */
record Presence(boolean there, Optional<StaffId> deputy) {

    static Presence at(List<LedgerEvent> stream, Instant at) {
        var works = false;
        @Nullable StaffId deputy = null;
        Set<AbsenceId> away = new HashSet<>();
        for (var event : stream) {
            var before = !event.occurredAt().isAfter(at);
            switch ((StaffEvent) event) {
                case StaffRegistered ignored -> works = true;
                case StaffLeft ignored -> works = works && !before;
                case StaffDeputyNamed named -> deputy = before ? named.deputy() : deputy;
                case StaffAbsenceRecorded recorded -> {
                    if (!at.isBefore(recorded.from()) && at.isBefore(recorded.until())) {
                        away.add(recorded.absenceId());
                    }
                }
                case StaffAbsenceCancelled cancelled -> {
                    if (before) {
                        away.remove(cancelled.absenceId());
                    }
                }
                case StaffRolesChanged ignored -> {}
                case StaffTeamJoined ignored -> {}
                case StaffAddressGiven ignored -> {}
                case StaffCalendarGiven ignored -> {}
            }
        }
        return new Presence(works && away.isEmpty(), Optional.ofNullable(deputy));
    }
}
