package org.matterledger.command;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/**
 * The thin shell around a stream's pure decisions: it holds the state, applies what a decision records, and gives the
 * outcome back.
 */
public abstract class LedgerAggregate<S extends LedgerState<S>> {

    @AggregateIdentifier
    private @Nullable String stream;

    private S state;

    protected LedgerAggregate(S empty) {
        this.state = empty;
    }

    /** The present state; immutable. */
    public final S state() {
        return state;
    }

    /** Puts back a state that was remembered, instead of evolving it from the stream's events again. */
    public final void restore(String stream, S remembered) {
        this.stream = stream;
        this.state = remembered;
    }

    /** The id of the stream that an event belongs to. */
    protected abstract String streamOf(LedgerEvent event);

    @EventSourcingHandler
    final void on(LedgerEvent event) {
        stream = streamOf(event);
        state = state.evolve(event);
    }

    protected static Outcome record(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            recorded.events().forEach(AggregateLifecycle::apply);
        }
        return outcome;
    }
}
