package org.matterledger.launcher.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small view for tests of the store: who was registered. */
final class Headcount implements Projection {

    private static final String BEGINNING = """
            insert into query.token (processor_name, segment, token, token_type, timestamp)
            values ('headcount', 0, convert_to('{"globalIndex":' || :position || '}', 'UTF8'),
                    'org.axonframework.eventhandling.GlobalSequenceTrackingToken', '2026-01-01T00:00:00Z')
            on conflict (processor_name, segment) do update set token = excluded.token, owner = null""";

    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    /** Begins after a position: what stands before belongs to other tests. */
    void begin(JdbcClient database, long position) {
        database.sql(BEGINNING).param("position", Long.toString(position)).update();
    }

    @Override
    public String name() {
        return "headcount";
    }

    @EventHandler
    void on(StaffRegistered event) {
        registered.add(event.staffId().value());
    }

    boolean knows(String colleague) {
        return registered.contains(colleague);
    }

    @Override
    public void reset() {
        registered.clear();
    }
}
