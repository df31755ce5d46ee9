package org.matterledger.launcher.store;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands events to an Axon Server, all or none of a list. */
class AxonServerTransactions {

    private final AxonServerLink link;

    AxonServerTransactions(AxonServerLink link) {
        this.link = link;
    }

    CompletableFuture<Confirmation> commit(List<Event> events) {
        var transaction = link.events().startAppendEventsTransaction();
        events.forEach(transaction::appendEvent);
        return transaction.commit();
    }
}
