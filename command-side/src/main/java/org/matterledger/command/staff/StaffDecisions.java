package org.matterledger.command.staff;

import static org.matterledger.command.Outcome.events;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.staff.StaffRule.STAFF_MEMBER_HAS_A_ROLE;
import static org.matterledger.command.staff.StaffRule.STAFF_MEMBER_REGISTERED_ONCE;
import static org.matterledger.command.staff.StaffRule.WHO_LEFT_GETS_NO_ROLES;

import java.util.Objects;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.staff.StaffCommand.ChangeRoles;
import org.matterledger.command.staff.StaffCommand.RecordLeaving;
import org.matterledger.command.staff.StaffCommand.RegisterStaffMember;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;

/** Who is taken into the firm's record, in which roles, until when. */
final class StaffDecisions {

    private StaffDecisions() {}

    static Outcome decide(StaffState state, RegisterStaffMember command, LedgerTime now) {
        var known = state.registered();
        if (known != null) {
            return tellsTheSame(known, command) ? nothingNew() : refusedBy(STAFF_MEMBER_REGISTERED_ONCE);
        }
        if (command.roles().isEmpty()) {
            return refusedBy(STAFF_MEMBER_HAS_A_ROLE);
        }
        return events(new StaffRegistered(
                command.staffId(), command.name(), command.roles(), command.source(), now.instant()));
    }

    static Outcome decide(StaffState state, ChangeRoles command, LedgerTime now) {
        if (state.roles().equals(command.roles())) {
            return nothingNew();
        }
        if (state.left()) {
            return refusedBy(WHO_LEFT_GETS_NO_ROLES);
        }
        if (command.roles().isEmpty()) {
            return refusedBy(STAFF_MEMBER_HAS_A_ROLE);
        }
        return events(new StaffRolesChanged(command.staffId(), command.roles(), now.instant()));
    }

    static Outcome decide(StaffState state, RecordLeaving command, LedgerTime now) {
        return state.left() ? nothingNew() : events(new StaffLeft(command.staffId(), now.instant()));
    }

    private static boolean tellsTheSame(StaffRegistered known, RegisterStaffMember command) {
        return known.name().equals(command.name())
                && known.roles().equals(command.roles())
                && Objects.equals(known.source(), command.source());
    }
}
