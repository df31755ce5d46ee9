package org.matterledger.launcher.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.matterledger.command.AggregateType;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.LedgerState;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.StaffEvent;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** A small stream for tests of the store: begun, changed as often as asked, refused and left alone on request. */
final class Colleague extends LedgerAggregate<Colleague.State> {

    static final AggregateType<Colleague, State> TYPE =
            new AggregateType<>("staff", Colleague.class, Colleague::new, State.class);

    record State(int changes, boolean partner) implements LedgerState<State> {

        @Override
        public State evolve(LedgerEvent event) {
            return event instanceof StaffRolesChanged changed
                    ? new State(changes + 1, changed.roles().contains(StaffRole.PARTNER))
                    : this;
        }
    }

    record Begin(String stream) implements LedgerCommand {}

    /** Records one event. */
    record Change(String stream) implements LedgerCommand {}

    /** Records several events at once. */
    record ChangeOften(String stream, int times) implements LedgerCommand {}

    /** Makes a partner of the colleague; refused for one who is a partner. */
    record Promote(String stream) implements LedgerCommand {}

    /** Records one event, and then sends the change of another colleague from within its handler. */
    record ChangeBoth(String stream, String other) implements LedgerCommand {}

    /** Succeeds without recording anything, for a partner; else makes one. */
    record EnsurePartner(String stream) implements LedgerCommand {}

    /** Makes a partner of the colleague where another is one; refused where not. */
    record PromoteLike(String stream, String other) implements LedgerCommand {}

    Colleague() {
        super(new State(0, false));
    }

    @Override
    protected String streamOf(LedgerEvent event) {
        return ((StaffEvent) event).staffId().value();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome on(Begin command, LedgerTime now) {
        var name = new ConfidentialText(command.stream(), "key", "c2VhbGVk");
        return record(Outcome.events(
                new StaffRegistered(new StaffId(command.stream()), name, Set.of(), null, now.instant())));
    }

    @CommandHandler
    Outcome on(Change command, LedgerTime now) {
        return record(Outcome.entry("entry-" + (state().changes() + 1), changed(command.stream(), now.instant())));
    }

    @CommandHandler
    Outcome on(ChangeOften command, LedgerTime now) {
        var events = new StaffEvent[command.times()];
        for (var i = 0; i < events.length; i++) {
            events[i] = changed(command.stream(), now.instant());
        }
        return record(Outcome.events(events));
    }

    @CommandHandler
    Outcome on(ChangeBoth command, LedgerTime now, CommandBus bus) {
        var outcome = record(Outcome.events(changed(command.stream(), now.instant())));
        ((LedgerCommandBus) bus).execute(new GenericCommandMessage<>(new Change(command.other())), Request.PLAIN);
        return outcome;
    }

    @CommandHandler
    Outcome on(Promote command, LedgerTime now) {
        return state().partner()
                ? new Outcome.Refusal("ALREADY_PARTNER", "A partner is not promoted again.", java.util.Map.of())
                : record(promoted(command.stream(), now));
    }

    @CommandHandler
    Outcome on(EnsurePartner command, LedgerTime now) {
        return state().partner() ? Outcome.nothingNew() : record(promoted(command.stream(), now));
    }

    @CommandHandler
    Outcome on(PromoteLike command, LedgerTime now, StreamReader neighbours) {
        var partner = neighbours.read(Set.of(command.other())).getOrDefault(command.other(), List.of()).stream()
                .anyMatch(event -> event instanceof StaffRolesChanged changed
                        && changed.roles().contains(StaffRole.PARTNER));
        return partner
                ? record(promoted(command.stream(), now))
                : new Outcome.Refusal("NO_PARTNER", "The other is no partner.", java.util.Map.of());
    }

    private static Outcome promoted(String stream, LedgerTime now) {
        return Outcome.events(new StaffRolesChanged(new StaffId(stream), Set.of(StaffRole.PARTNER), now.instant()));
    }

    static StaffRolesChanged changed(String stream, Instant at) {
        return new StaffRolesChanged(new StaffId(stream), Set.of(), at);
    }
}
