package org.matterledger.launcher;

import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.ServerSettings.Store;

/**
 * Where the record is kept.
 *
 * @param store null for the one that the ledger has; a new ledger gets PostgreSQL
 * @param axonServer host and port of the Axon Server, for that store
 */
public record RecordPlace(@Nullable Store store, String axonServer) {

    /** Where an Axon Server listens that was started without further settings. */
    public static final String USUAL_AXON_SERVER = "127.0.0.1:8124";

    /** The application's properties that say so. */
    String[] properties() {
        return new String[] {
            "--ledger.store=" + (store == null ? "" : store.property()), "--ledger.axon-server=" + axonServer
        };
    }
}
