package org.matterledger.command.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matterledger.command.StreamReader;
import org.matterledger.command.staff.AvailabilityCommand.GiveCalendar;
import org.matterledger.command.staff.AvailabilityCommand.NameDeputy;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.values.CalendarId;
import org.matterledger.values.StaffId;

/** What colleagues' and calendars' own streams say, in the words of a decision about a staff member. */
record StaffFacts(Map<String, List<LedgerEvent>> streams) {

    static StaffFacts about(NameDeputy command, StreamReader reader) {
        var deputy = command.deputy();
        return new StaffFacts(deputy == null ? Map.of() : reader.read(Set.of(deputy.value())));
    }

    static StaffFacts about(GiveCalendar command, StreamReader reader) {
        var calendar = command.calendarId();
        return new StaffFacts(calendar == null ? Map.of() : reader.read(Set.of(calendar.value())));
    }

    boolean worksHere(StaffId staff) {
        var events = streams.getOrDefault(staff.value(), List.of());
        return !events.isEmpty() && events.stream().noneMatch(StaffLeft.class::isInstance);
    }

    boolean published(CalendarId calendar) {
        return !streams.getOrDefault(calendar.value(), List.of()).isEmpty();
    }
}
