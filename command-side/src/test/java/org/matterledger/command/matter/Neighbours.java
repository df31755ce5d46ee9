package org.matterledger.command.matter;

import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.MILL;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.TEXT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.values.CalendarId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Standing;
import org.matterledger.values.WorkCalendar;

/** The streams around a matter in memory: what its client, staff, calendars and policy say, since ever. */
final class Neighbours {

    private final Map<String, List<LedgerEvent>> streams = new HashMap<>();

    Neighbours(CalendarId office, WorkCalendar hours, PolicyPack policy) {
        say(
                MILL.value(),
                new ClientRegistered(MILL, TEXT, null, Instant.EPOCH),
                new ContactPersonNamed(MILL, MARTA, TEXT, List.of(), Standing.PRINCIPAL, Instant.EPOCH),
                SampleMatter.named(SampleMatter.IVO, Standing.OTHER));
        say(OLHA.value(), SampleMatter.works(OLHA, StaffRole.FEE_EARNER));
        say(PETRO.value(), SampleMatter.works(PETRO, StaffRole.PARTNER));
        publish(office, hours, Instant.EPOCH);
        publish(policy, Instant.EPOCH);
    }

    /** All that a stream says from now on. */
    void say(String stream, LedgerEvent... told) {
        streams.put(stream, List.of(told));
    }

    /** The next version of a calendar. */
    void publish(CalendarId id, WorkCalendar calendar, Instant at) {
        var versions = versions(id.value());
        versions.add(new CalendarVersionPublished(id, versions.size() + 1, id.value(), calendar, at));
    }

    /** The next version of the policy. */
    void publish(PolicyPack pack, Instant at) {
        var versions = versions(Facts.POLICY.value());
        versions.add(new PolicyVersionPublished(Facts.POLICY, versions.size() + 1, pack, null, at));
    }

    private List<LedgerEvent> versions(String stream) {
        return streams.computeIfAbsent(stream, ignored -> new ArrayList<>());
    }

    Map<String, List<LedgerEvent>> streams() {
        return streams;
    }
}
