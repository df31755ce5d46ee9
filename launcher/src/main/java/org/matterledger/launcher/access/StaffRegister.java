package org.matterledger.launcher.access;

import java.util.Set;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** Tells the ledger who works here, when a user is added. */
public interface StaffRegister {

    /** Records the staff member durably; nothing happens when the ledger knows the id already. */
    void register(StaffId staffId, String name, Set<StaffRole> roles);
}
