package org.matterledger.launcher.cli;

import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.ServerSettings.Store;
import picocli.CommandLine.Option;

/** Where the ledger's events are. A command must name the same store as the servers do. */
final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "${MATTER_LEDGER_STORE:-postgresql}",
            description = "Where the events are: postgresql or axon-server (default: ${DEFAULT-VALUE}).")
    private Store store = Store.POSTGRESQL;

    @Option(
            names = "--axon-server",
            paramLabel = "HOST:PORT",
            defaultValue = "${MATTER_LEDGER_AXON_SERVER:-" + ServerSettings.USUAL_AXON_SERVER + "}",
            description = "Where the Axon Server is, for --store axon-server (default: ${DEFAULT-VALUE}).")
    private String axonServer = ServerSettings.USUAL_AXON_SERVER;

    Store store() {
        return store;
    }

    String axonServer() {
        return axonServer;
    }

    /** The same store, as it is named on a command line. */
    String typed() {
        return store == Store.POSTGRESQL ? "" : " --store " + store.property() + " --axon-server " + axonServer;
    }
}
