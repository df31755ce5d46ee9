package org.matterledger.launcher.cli;

import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.ServerSettings.Store;
import picocli.CommandLine.Option;

/** Where the ledger's events are. A ledger remembers its store; where the Axon Server is must be said each time. */
final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "${MATTER_LEDGER_STORE:-" + Option.NULL_VALUE + "}",
            description =
                    "Where the events are: postgresql or axon-server (default: where they have been, else postgresql).")
    private @Nullable Store store;

    @Option(
            names = "--axon-server",
            paramLabel = "HOST:PORT",
            defaultValue = "${MATTER_LEDGER_AXON_SERVER:-" + RecordPlace.USUAL_AXON_SERVER + "}",
            description = "Where the Axon Server is, for --store axon-server (default: ${DEFAULT-VALUE}).")
    private String axonServer = RecordPlace.USUAL_AXON_SERVER;

    RecordPlace place() {
        return new RecordPlace(store, axonServer);
    }

    /** Whether the events are asked for outside the ledger's database. */
    boolean elsewhere() {
        return store == Store.AXON_SERVER;
    }

    /** What another command must say to mean the same. */
    String typed() {
        return axonServer.equals(RecordPlace.USUAL_AXON_SERVER) ? "" : " --axon-server " + axonServer;
    }
}
