package org.matterledger.events;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** A staff member's life at the firm: registered, given other roles, here or away, gone. */
public sealed interface StaffEvent extends LedgerEvent
        permits StaffEvent.StaffRegistered, StaffEvent.StaffRolesChanged, StaffEvent.StaffLeft, AvailabilityEvent {

    StaffId staffId();

    /**
     * Someone works at the firm.
     *
     * @param name sealed with the staff member's own key
     * @param source what another system calls the staff member
     */
    @EventType(name = "staff.registered")
    record StaffRegistered(
            StaffId staffId,
            ConfidentialText name,
            Set<StaffRole> roles,
            @Nullable Source source,
            Instant occurredAt) implements StaffEvent {

        public StaffRegistered {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }
    }

    /** @param roles all that the staff member has from now on */
    @EventType(name = "staff.roles-changed")
    record StaffRolesChanged(StaffId staffId, Set<StaffRole> roles, Instant occurredAt) implements StaffEvent {

        public StaffRolesChanged {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }
    }

    /** The staff member works here no longer, and neither writes nor decides for the firm. */
    @EventType(name = "staff.left")
    record StaffLeft(StaffId staffId, Instant occurredAt) implements StaffEvent {}
}
