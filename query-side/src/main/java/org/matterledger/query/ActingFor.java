package org.matterledger.query;

import java.time.Instant;
import java.util.Set;
import org.matterledger.values.StaffId;

/** For whom a staff member acts beside themselves: absent colleagues whose deputy they are. */
@FunctionalInterface
public interface ActingFor {

    /** The colleagues in whose place a staff member acts at a time; nobody, as a rule. */
    Set<StaffId> absentees(StaffId staff, Instant at);
}
