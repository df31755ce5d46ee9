package org.matterledger.launcher.access;

import java.util.Set;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** Who works at the firm, and in which roles: what the ledger's own events say, not what a user was once made with. */
public interface StaffRegister {

    /** Records the staff member durably; nothing happens when the ledger knows the id already. */
    void register(StaffId staffId, String name, Set<StaffRole> roles);

    /** The present roles of who works here; empty for everybody else. Read anew at every call. */
    Set<StaffRole> rolesOf(StaffId staffId);
}
