package org.matterledger.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/**
 * Who reads.
 *
 * @param staff the staff member who reads, or in whose name an integration does; none for an integration by itself
 * @param roles what the staff member may do; empty for an integration
 */
public record Reader(@Nullable StaffId staff, Set<StaffRole> roles) {

    public Reader {
        roles = Set.copyOf(roles);
    }

    /** Whether somebody else's day may be looked at: by partners, reviewers, and integrations, which read everything. */
    public boolean seesEverybody() {
        return staff == null || roles.contains(StaffRole.PARTNER) || roles.contains(StaffRole.REVIEWER);
    }
}
