package org.matterledger.command.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.MatterCommand.ChannelCommand;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.command.matter.MatterCommand.ReportMessage;
import org.matterledger.command.matter.MatterCommand.SendUpdate;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ClientEvent;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Standing;

/** What client, staff and calendar say in their own streams, in the words of a matter's decision. */
record Facts(Map<String, List<LedgerEvent>> streams) {

    static Facts about(OpenMatter command, StreamReader reader) {
        return new Facts(reader.read(Set.copyOf(List.of(
                command.clientId().value(),
                command.responsible().value(),
                command.accountablePartner().value(),
                command.calendarId().value()))));
    }

    /** The firm's own word needs no fact of another stream. */
    static Facts about(MatterState state, ChannelCommand command, StreamReader reader) {
        return command.by() == Party.FIRM
                ? new Facts(Map.of())
                : new Facts(reader.read(Set.of(state.matter().clientId().value())));
    }

    static Facts about(MatterState state, ReportMessage command, StreamReader reader) {
        return new Facts(reader.read(Set.of(
                state.matter().clientId().value(), state.matter().calendarId().value())));
    }

    static Facts about(MatterState state, SendUpdate command, StreamReader reader) {
        return new Facts(reader.read(Set.of(
                state.matter().clientId().value(),
                state.matter().calendarId().value(),
                command.by().value())));
    }

    boolean registered(ClientId client) {
        return of(client.value()).stream().anyMatch(ClientRegistered.class::isInstance);
    }

    /** Who speaks for the client now, and how near each stands to it. */
    Map<PersonId, Standing> contactPersons(ClientId client) {
        var persons = new HashMap<PersonId, Standing>();
        for (var event : of(client.value())) {
            switch ((ClientEvent) event) {
                case ClientRegistered ignored -> {}
                case ContactPersonNamed named -> persons.put(named.personId(), named.standing());
                case ContactPersonErased erased -> persons.remove(erased.personId());
            }
        }
        return persons;
    }

    /** The roles of who works here now; empty for who doesn't. */
    Set<StaffRole> rolesOf(StaffId staff) {
        Set<StaffRole> roles = Set.of();
        for (var event : of(staff.value())) {
            roles = switch ((StaffEvent) event) {
                case StaffRegistered registered -> registered.roles();
                case StaffRolesChanged changed -> changed.roles();
                case StaffLeft ignored -> Set.of();
            };
        }
        return roles;
    }

    /** The current version of a calendar; empty for one that was never published. */
    Optional<CalendarVersionPublished> current(CalendarId calendar) {
        var versions = of(calendar.value());
        return versions.isEmpty() ? Optional.empty() : Optional.of((CalendarVersionPublished) versions.getLast());
    }

    /** A version of a calendar that an event named. */
    CalendarVersionPublished version(CalendarId calendar, int version) {
        return (CalendarVersionPublished) of(calendar.value()).get(version - 1);
    }

    private List<LedgerEvent> of(String stream) {
        return streams.getOrDefault(stream, List.of());
    }
}
