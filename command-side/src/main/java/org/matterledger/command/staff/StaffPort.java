package org.matterledger.command.staff;

import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Receipt;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.stereotype.Component;

/** Takes staff into the record without a request: whoever runs the ledger adds its first users from the command line. */
@Component
public final class StaffPort {

    private final CommandPort commands;
    private final Confidential confidential;

    StaffPort(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    /**
     * Registers a staff member under an id; doing so again with the same name and roles records nothing.
     *
     * @param name sealed with the staff member's own key
     */
    public Receipt register(StaffId staffId, String name, Set<StaffRole> roles) {
        var command = new StaffCommand.RegisterStaffMember(
                staffId, confidential.seal(staffId.value(), name), Set.copyOf(roles), null);
        return commands.send(new Caller("ledger", null, Set.of(), null, "", null, "live", null), command);
    }
}
