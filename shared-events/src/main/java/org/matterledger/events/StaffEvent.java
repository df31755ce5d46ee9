package org.matterledger.events;

import java.time.Instant;
import java.util.Set;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** A staff member's life at the firm: registered, given other roles, gone. */
public sealed interface StaffEvent extends LedgerEvent {

    StaffId staffId();

    @EventType(name = "staff.registered")
    record StaffRegistered(StaffId staffId, ConfidentialText name, Set<StaffRole> roles, Instant occurredAt)
            implements StaffEvent {}

    @EventType(name = "staff.roles-changed")
    record StaffRolesChanged(StaffId staffId, Set<StaffRole> roles, Instant occurredAt) implements StaffEvent {}

    @EventType(name = "staff.left")
    record StaffLeft(StaffId staffId, Instant occurredAt) implements StaffEvent {}
}
