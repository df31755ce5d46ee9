package org.matterledger.command.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerCommand;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** What can be asked about a staff member. */
sealed interface StaffCommand extends LedgerCommand
        permits StaffCommand.RegisterStaffMember,
                StaffCommand.ChangeRoles,
                StaffCommand.RecordLeaving,
                AvailabilityCommand {

    StaffId staffId();

    @Override
    default String stream() {
        return staffId().value();
    }

    /** @param name sealed with the staff member's own key */
    record RegisterStaffMember(
            StaffId staffId,
            ConfidentialText name,
            Set<StaffRole> roles,
            @Nullable Source source) implements StaffCommand {}

    /** @param roles all that the staff member has from now on */
    record ChangeRoles(StaffId staffId, Set<StaffRole> roles) implements StaffCommand {}

    /** Takes effect at once. */
    record RecordLeaving(StaffId staffId) implements StaffCommand {}
}
