package org.matterledger.query.worklist;

import java.util.Optional;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.NotShown;
import org.matterledger.values.StaffId;

/** Whose day a reader may look at: the own one; partners, reviewers and integrations anybody's. */
final class Whose {

    private Whose() {}

    /** @throws NotShown when it is not for this reader, or when a reader without a day names nobody */
    static StaffId day(Reader reader, Optional<StaffId> asked) {
        var own = reader.staff();
        var staff = asked.orElse(own);
        if (staff == null) {
            throw new NotShown(
                    "An integration has no day of its own: name a staff member with ?staff=, or act for one.");
        }
        if (!staff.equals(own) && !reader.seesEverybody()) {
            throw new NotShown("Only partners and reviewers look at the day of somebody else.");
        }
        return staff;
    }
}
