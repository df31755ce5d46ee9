package org.matterledger.command.calendar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Rule;
import org.matterledger.command.StreamReader;
import org.matterledger.command.calendar.CalendarCommand.PublishCalendar;
import org.matterledger.values.CalendarId;
import org.matterledger.values.WorkCalendar;
import org.springframework.stereotype.Component;

/** The firm's hours, for whoever brings them in a file. */
@Component
public final class CalendarPort {

    private final CommandPort commands;
    private final StreamReader streams;

    CalendarPort(CommandPort commands, StreamReader streams) {
        this.commands = commands;
        this.streams = streams;
    }

    /** The rule by which hours can't be published; empty where they can. */
    public static Optional<Rule> breaks(WorkCalendar calendar) {
        return Optional.ofNullable(HoursPublished.breaks(calendar));
    }

    /** Publishes a calendar's first version under an id, unless there is one. */
    public void publish(Caller caller, CalendarId id, String name, WorkCalendar calendar) {
        if (streams.read(Set.of(id.value())).getOrDefault(id.value(), List.of()).isEmpty()) {
            commands.send(caller, new PublishCalendar(id, name, calendar));
        }
    }
}
