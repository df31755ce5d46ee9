package org.matterledger.command.staff;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Receipt;
import org.matterledger.command.StreamReader;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.events.AvailabilityEvent.StaffTeamJoined;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.stereotype.Component;

/**
 * The firm's roll of staff, for whoever lets them in: takes staff into the record without a request, since the first users
 * are added from the command line, and says what each may do.
 */
@Component
public final class StaffPort {

    private final CommandPort commands;
    private final Confidential confidential;
    private final StreamReader streams;

    StaffPort(CommandPort commands, Confidential confidential, StreamReader streams) {
        this.commands = commands;
        this.confidential = confidential;
        this.streams = streams;
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

    /**
     * Registers a staff member of whom a mailbox tells, with the address that notices go to. What was said of the staff
     * member before stands, and what an import that ended early left out is added.
     *
     * @param name sealed with the staff member's own key, as is the address
     * @param team absent where nobody said
     */
    public void takeIn(
            Caller caller,
            StaffId staffId,
            String name,
            Set<StaffRole> roles,
            String mailAddress,
            @Nullable String team) {
        var key = staffId.value();
        var said = streams.read(Set.of(key)).getOrDefault(key, List.of());
        if (said.isEmpty()) {
            commands.send(
                    caller,
                    new StaffCommand.RegisterStaffMember(
                            staffId, confidential.seal(key, name), Set.copyOf(roles), null));
        }
        if (said.stream().noneMatch(StaffAddressGiven.class::isInstance)) {
            commands.send(caller, new AvailabilityCommand.GiveAddress(staffId, confidential.seal(key, mailAddress)));
        }
        if (team != null && said.stream().noneMatch(StaffTeamJoined.class::isInstance)) {
            commands.send(caller, new AvailabilityCommand.JoinTeam(staffId, team));
        }
    }

    /**
     * What a staff member may do now, by the last event of their stream on any node; nothing for who has left, or never
     * worked here. One indexed read of what came since the last look.
     */
    public Set<StaffRole> rolesOf(StaffId staffId) {
        var stream = staffId.value();
        var state = StaffState.BLANK;
        for (LedgerEvent event : streams.read(Set.of(stream)).getOrDefault(stream, List.of())) {
            state = state.evolve(event);
        }
        return state.left() ? Set.of() : state.roles();
    }
}
