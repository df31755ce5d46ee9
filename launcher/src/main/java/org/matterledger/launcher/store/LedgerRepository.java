package org.matterledger.launcher.store;

import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.AggregateType;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.LedgerState;

/** Gives Axon the aggregate around the state that the command bus recalled before it started the unit of work. */
final class LedgerRepository<A extends LedgerAggregate<S>, S extends LedgerState<S>> implements Repository<A> {

    /** Under this key the unit of work holds what was recalled. */
    static final String RECALLED = "ledger.recalled";

    /** Under this key the unit of work holds the aggregate that decides. */
    static final String AGGREGATE = "ledger.aggregate";

    private final AggregateType<A, S> type;
    private final AggregateModel<A> model;
    private final EventStore events;

    LedgerRepository(AggregateType<A, S> type, AggregateModel<A> model, EventStore events) {
        this.type = type;
        this.model = model;
        this.events = events;
    }

    /** Every command says where it goes; Axon's own resolver would search its class for annotations each time. */
    static VersionedAggregateIdentifier target(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(((LedgerCommand) command.getPayload()).stream(), null);
    }

    @Override
    public Aggregate<A> load(String stream) {
        var recalled = recalled();
        if (!recalled.exists()) {
            throw new AggregateNotFoundException(stream, "Nothing is recorded under " + stream);
        }
        return managed(stream, recalled);
    }

    @Override
    public Aggregate<A> load(String stream, @Nullable Long expectedVersion) {
        return load(stream);
    }

    @Override
    public Aggregate<A> loadOrCreate(String stream, Callable<A> factory) {
        return managed(stream, recalled());
    }

    @Override
    public Aggregate<A> newInstance(Callable<A> factory) {
        throw new UnsupportedOperationException("A stream is begun by a command that creates it if it is missing");
    }

    private Aggregate<A> managed(String stream, Remembered recalled) {
        var shell = type.blank().get();
        if (recalled.exists()) {
            shell.restore(stream, type.state().cast(recalled.state()));
        }
        var aggregate = EventSourcedAggregate.reconstruct(
                shell,
                model,
                recalled.sequence(),
                false,
                events,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(type.shell()));
        CurrentUnitOfWork.get().resources().put(AGGREGATE, aggregate);
        return aggregate;
    }

    private static Remembered recalled() {
        return CurrentUnitOfWork.get().getResource(RECALLED);
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("The ledger has no deadlines; what falls due stands in a work list");
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return false;
    }
}
