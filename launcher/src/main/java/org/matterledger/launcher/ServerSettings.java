package org.matterledger.launcher;

import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;

/**
 * What a server is started with.
 *
 * @param address the address on which it listens
 * @param port 0 for any free one
 * @param role which sides it runs
 * @param record where the events are
 * @param database a migrated database
 * @param secrets where the master key and the register of erasures are
 */
public record ServerSettings(
        String address, int port, Role role, RecordPlace record, DatabaseAccess database, Secrets secrets) {

    /** Without an Axon Server, or with one at its usual address. */
    public ServerSettings(String address, int port, Role role, Store store, DatabaseAccess database, Secrets secrets) {
        this(address, port, role, new RecordPlace(store, RecordPlace.USUAL_AXON_SERVER), database, secrets);
    }

    /** Which sides run in this process; the Spring profiles {@code command} and {@code query} say the same. */
    public enum Role {
        ALL,
        COMMAND,
        QUERY;

        String[] profiles() {
            return switch (this) {
                case ALL -> new String[] {"command", "query"};
                case COMMAND -> new String[] {"command"};
                case QUERY -> new String[] {"query"};
            };
        }
    }

    /** Where the events are: the property {@code ledger.store}. */
    public enum Store {
        POSTGRESQL("postgresql"),
        AXON_SERVER("axon-server");

        private final String property;

        Store(String property) {
            this.property = property;
        }

        public String property() {
            return property;
        }
    }
}
