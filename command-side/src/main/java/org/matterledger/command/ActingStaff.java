package org.matterledger.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.StaffId;

/**
 * Who acts for a staff member (rules.md 1.8, 18): the member, while there; else the deputy, or the deputy's deputy, up to
 * the fifth. Where all of them are away, or their deputies go in a circle, nobody acts, and the duty is the accountable
 * partner's, who answers for the matter in any case (R004-02).
 *
 * @param streams the events of staff members by stream, of other streams too where a decision read them together
 */
public record ActingStaff(Map<String, List<LedgerEvent>> streams) {

    /** How many deputies are asked, one after the other. */
    static final int DEPUTIES = 5;

    /**
     * Reads the streams of staff members, and those of their deputies as far as the members are away. One read where
     * nobody is away.
     *
     * @param at when somebody must act
     * @param others streams that the decision needs besides, read together with the members'
     */
    public static ActingStaff read(StreamReader reader, Instant at, Set<StaffId> members, String... others) {
        var wanted = members.stream().map(StaffId::value).collect(Collectors.toCollection(HashSet::new));
        wanted.addAll(List.of(others));
        var streams = new HashMap<String, List<LedgerEvent>>();
        var asked = members;
        for (var depth = 0; !wanted.isEmpty(); depth++) {
            streams.putAll(reader.read(wanted));
            asked = depth < DEPUTIES ? deputies(streams, at, asked) : Set.of();
            wanted = asked.stream()
                    .map(StaffId::value)
                    .filter(stream -> !streams.containsKey(stream))
                    .collect(Collectors.toCollection(HashSet::new));
        }
        return new ActingStaff(streams);
    }

    /** Who acts for a staff member at a time; empty where nobody does. */
    public Optional<StaffId> actingFor(StaffId member, Instant at) {
        var asked = Optional.of(member);
        for (var depth = 0; depth <= DEPUTIES && asked.isPresent(); depth++) {
            var presence = presence(streams, asked.get(), at);
            if (presence.there()) {
                return asked;
            }
            asked = presence.deputy();
        }
        return Optional.empty();
    }

    /**
     * Who acts for a staff member in a matter at a time.
     *
     * @param accountablePartner of the matter: whose the duty is where nobody acts for the member
     */
    public StaffId holder(StaffId member, StaffId accountablePartner, Instant at) {
        return actingFor(member, at).orElse(accountablePartner);
    }

    private static Set<StaffId> deputies(Map<String, List<LedgerEvent>> streams, Instant at, Set<StaffId> members) {
        return members.stream()
                .map(member -> presence(streams, member, at))
                .filter(presence -> !presence.there())
                .flatMap(presence -> presence.deputy().stream())
                .collect(Collectors.toSet());
    }

    private static Presence presence(Map<String, List<LedgerEvent>> streams, StaffId member, Instant at) {
        return Presence.at(streams.getOrDefault(member.value(), List.of()), at);
    }
}
