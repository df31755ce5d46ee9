package org.matterledger.launcher.store;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;

/**
 * The record of an Axon Server that whoever runs the tests has started. It may hold events already, and keeps those of
 * the tests: never point it at a ledger that somebody needs.
 */
final class AxonServerRecord implements RecordUnderTest {

    /** One for all of the contract, which holds beside events of others too. */
    private static final DatabaseAccess DATABASE = TestDatabase.fresh();

    /** The system property that says where it listens, as {@code 127.0.0.1:8124}. */
    static final String ADDRESS = "ledger.test.axon-server";

    static final String NONE = "No Axon Server to try it on: name one with -Dledger.test.axon-server=HOST:PORT";

    private final AxonServerAddress address = AxonServerAddress.parse(System.getProperty(ADDRESS, ""));

    @Override
    public DatabaseAccess database() {
        return DATABASE;
    }

    @Override
    public RecordStore open(EventCodec codec) {
        return new AxonServerRecordStore(address, codec);
    }

    @Override
    public RecordStore openCutOff(EventCodec codec, CutOff cut) {
        return new AxonServerRecordStore(address, link -> new CutOffTransactions(link, cut), codec);
    }

    private static final class CutOffTransactions extends AxonServerTransactions {

        private final AtomicBoolean whole = new AtomicBoolean();
        private final CutOff cut;

        CutOffTransactions(AxonServerLink link, CutOff cut) {
            super(link);
            this.cut = cut;
        }

        @Override
        CompletableFuture<Confirmation> commit(List<Event> events) {
            if (whole.getAndSet(true)) {
                return super.commit(events);
            }
            if (cut == CutOff.AFTER) {
                super.commit(events).join();
            }
            return CompletableFuture.failedFuture(Status.UNAVAILABLE.asRuntimeException());
        }
    }

    @Override
    public void close() {
        // its events are for ever
    }
}
