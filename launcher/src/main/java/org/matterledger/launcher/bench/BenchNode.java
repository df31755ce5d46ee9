package org.matterledger.launcher.bench;

import java.util.Collection;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.matterledger.command.AggregateType;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.ServerSettings.Role;
import org.matterledger.launcher.ServerSettings.Store;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;

/** A ledger under measurement, in this process, on a database of its own. */
final class BenchNode implements AutoCloseable {

    private final LedgerServer server;

    BenchNode(DatabaseAccess access, Secrets secrets, Role role) {
        server = LedgerServer.start(new ServerSettings("127.0.0.1", 0, role, Store.POSTGRESQL, access, secrets));
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return server.beans(type);
    }

    EventStore events() {
        return server.bean(Configuration.class).eventStore();
    }

    AggregateType<?, ?> type(String kind) {
        return server.beans(AggregateType.class).stream()
                .filter(type -> type.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
