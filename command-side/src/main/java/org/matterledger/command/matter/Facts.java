package org.matterledger.command.matter;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.matterledger.command.ActingStaff;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.MatterCommand.OpenMatter;
import org.matterledger.events.AvailabilityEvent;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.ClientEvent;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffLeft;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.PersonId;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.RuleMode;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.matterledger.values.Standing;
import org.matterledger.values.WorkCalendar;

/** What client, staff and calendar say in their own streams, in the words of a matter's decision. */
record Facts(Map<String, List<LedgerEvent>> streams, Supplier<List<LedgerEvent>> whole, Predicate<EntryId> imported) {

    /** The policy pack by which every matter of the firm is measured. */
    static final PolicyId POLICY = new PolicyId("policy-default");

    private Facts(Map<String, List<LedgerEvent>> streams) {
        this(streams, List::of, any -> false);
    }

    static Facts about(OpenMatter command, StreamReader reader) {
        return new Facts(reader.read(Set.copyOf(List.of(
                command.clientId().value(),
                command.responsible().value(),
                command.accountablePartner().value(),
                command.calendarId().value(),
                POLICY.value()))));
    }

    /** What every command in a matter looks at: its client, the calendars and the policy that it reckons by. */
    static Facts about(MatterState state, StreamReader reader, String... others) {
        var matter = state.matter();
        var asked = new HashSet<>(List.of(others));
        asked.add(matter.clientId().value());
        state.terms().periods().forEach(period -> {
            asked.add(period.calendar().value());
            if (period.policy() != null) {
                asked.add(period.policy().value());
            }
        });
        return new Facts(
                reader.read(asked),
                () -> reader.read(Set.of(matter.matterId().value()))
                        .getOrDefault(matter.matterId().value(), List.of()),
                entry -> reader.imported(entry.matter().value(), entry.sequence()));
    }

    /** As {@link #about(MatterState, StreamReader, String...)}, with who acts for the responsible now. */
    static Facts withActing(MatterState state, StreamReader reader, LedgerTime now, String... others) {
        var facts = about(state, reader, others);
        var known = new HashMap<>(facts.streams());
        known.putAll(ActingStaff.read(reader, now.instant(), Set.of(state.servedBy()))
                .streams());
        return new Facts(known, facts.whole(), facts.imported());
    }

    /** Every event of the matter itself: read only where something reaches back beyond what it remembers. */
    List<LedgerEvent> wholeMatter() {
        return whole.get();
    }

    Yardsticks yardsticks() {
        return new Yardsticks() {
            @Override
            public WorkCalendar calendar(CalendarId calendar, int version) {
                return version(calendar, version).calendar();
            }

            @Override
            public PolicyPack policy(int version) {
                return ((PolicyVersionPublished) of(POLICY.value()).get(version - 1)).pack();
            }
        };
    }

    /** Versions of a calendar that were published after one. */
    List<CalendarVersionPublished> versionsAfter(CalendarId calendar, int version) {
        return of(calendar.value()).stream()
                .skip(version)
                .map(CalendarVersionPublished.class::cast)
                .toList();
    }

    /** Versions of the policy that were published after one. */
    List<PolicyVersionPublished> policiesAfter(PolicyId policy, int version) {
        return of(policy.value()).stream()
                .skip(version)
                .map(PolicyVersionPublished.class::cast)
                .toList();
    }

    /** The current version of the firm's policy; empty in a firm that has none yet. */
    Optional<PolicyVersionPublished> policy() {
        var versions = of(POLICY.value());
        return versions.isEmpty() ? Optional.empty() : Optional.of((PolicyVersionPublished) versions.getLast());
    }

    /** Whether a rule that a firm may switch is enforced; all are, in a firm without a policy. */
    boolean enforced(MatterRule rule) {
        return mode(rule) == RuleMode.ENFORCE;
    }

    /** Whether the firm only warns of what departs from a rule: it is recorded with its deviation. */
    boolean warns(MatterRule rule) {
        return mode(rule) == RuleMode.WARN;
    }

    private RuleMode mode(MatterRule rule) {
        return policy().map(policy -> policy.pack().mode(rule.name())).orElse(RuleMode.ENFORCE);
    }

    /** Whether a staff member may act for the responsible at an instant: as that one, or in an absence (1.8, 18). */
    boolean actsFor(MatterState state, StaffId by, Instant at) {
        var responsible = state.servedBy();
        var acting = new ActingStaff(streams).holder(responsible, state.matter().accountablePartner(), at);
        return responsible.equals(by) || acting.equals(by);
    }

    boolean registered(ClientId client) {
        return of(client.value()).stream().anyMatch(ClientRegistered.class::isInstance);
    }

    /** What a matter's client is called; the matter's own title where the record has no such client. */
    ConfidentialText nameOf(MatterOpened matter) {
        return of(matter.clientId().value()).stream()
                .filter(ClientRegistered.class::isInstance)
                .map(registered -> ((ClientRegistered) registered).name())
                .findFirst()
                .orElse(matter.title());
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
                case AvailabilityEvent ignored -> roles;
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
