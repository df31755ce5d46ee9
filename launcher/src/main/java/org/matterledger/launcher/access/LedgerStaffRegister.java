package org.matterledger.launcher.access;

import java.util.Set;
import org.matterledger.command.staff.StaffPort;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.stereotype.Component;

/** The ledger's own roll of staff. */
@Component
final class LedgerStaffRegister implements StaffRegister {

    private final StaffPort staff;

    LedgerStaffRegister(StaffPort staff) {
        this.staff = staff;
    }

    @Override
    public void register(StaffId staffId, String name, Set<StaffRole> roles) {
        staff.register(staffId, name, roles);
    }

    @Override
    public Set<StaffRole> rolesOf(StaffId staffId) {
        return staff.rolesOf(staffId);
    }
}
