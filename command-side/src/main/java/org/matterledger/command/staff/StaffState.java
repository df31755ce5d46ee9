package org.matterledger.command.staff;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.AvailabilityEvent;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.StaffRole;

/**
 * @param registered as it was told at registration; absent before
 * @param roles what the staff member may do now
 * @param left whether the staff member works here no longer
 */
record StaffState(@Nullable StaffRegistered registered, Set<StaffRole> roles, boolean left, Availability availability)
        implements LedgerState<StaffState> {

    static final StaffState BLANK = new StaffState(null, Set.of(), false, Availability.UNKNOWN);

    StaffState {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    @Override
    public StaffState evolve(LedgerEvent event) {
        return switch ((StaffEvent) event) {
            case StaffRegistered registration ->
                new StaffState(registration, registration.roles(), false, availability);
            case StaffRolesChanged changed -> new StaffState(registered, changed.roles(), left, availability);
            case StaffLeft ignored -> new StaffState(registered, roles, true, availability);
            case AvailabilityEvent available -> new StaffState(registered, roles, left, availability.evolve(available));
        };
    }
}
