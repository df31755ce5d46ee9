package org.matterledger.query;

import java.time.Instant;
import java.util.Set;
import org.matterledger.values.StaffId;

/** Who acts for whom: absent colleagues, and those in whose place they stand (rules.md 1.8, 18). */
public interface ActingFor {

    /** The colleagues in whose place a staff member acts at a time; nobody, as a rule. */
    Set<StaffId> absentees(StaffId staff, Instant at);

    /** Those who are away and for whom nobody acts: what they hold is each matter's accountable partner's. */
    Set<StaffId> unattended(Instant at);
}
