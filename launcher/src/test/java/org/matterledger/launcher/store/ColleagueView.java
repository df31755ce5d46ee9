package org.matterledger.launcher.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.matterledger.events.StaffEvent;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A view for tests: one row for each event of a staff member, which says as the how many-th of its stream the view took
 * it in. Trouble may befall it after it wrote the row.
 */
class ColleagueView implements Projection {

    /** What goes wrong. */
    @FunctionalInterface
    interface Trouble {
        void befall(DomainEventMessage<?> event) throws Exception;
    }

    static final Trouble NONE = event -> {};

    private final JdbcClient database;
    private final Trouble trouble;

    ColleagueView(JdbcClient database, Trouble trouble) {
        this.database = database;
        this.trouble = trouble;
    }

    /** Makes the view's table, as a migration would. */
    static DatabaseAccess withTable(DatabaseAccess access) {
        try (var owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("""
                    create table query.colleague (position bigint primary key, stream text not null, nth bigint not null);
                    grant select, insert, update, delete on query.colleague to %s""".formatted(access.application()));
            return access;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trouble at one event of a stream, for so many times. */
    static Trouble times(int times, String stream, long sequence, Trouble trouble) {
        var left = new AtomicInteger(times);
        return event -> {
            if (event.getAggregateIdentifier().equals(stream)
                    && event.getSequenceNumber() == sequence
                    && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                trouble.befall(event);
            }
        };
    }

    static Trouble throwing() {
        return event -> {
            throw new IllegalStateException("The view does not understand " + event.getSequenceNumber());
        };
    }

    @Override
    public String name() {
        return "colleagues";
    }

    @EventHandler
    void on(StaffEvent event, EventMessage<?> message) throws Exception {
        var stored = (DomainEventMessage<?>) message;
        database.sql("""
                        insert into query.colleague (position, stream, nth)
                        select :position, :stream, count(*) + 1 from query.colleague where stream = :stream
                        on conflict (position) do nothing""")
                .param("position", LedgerStorageEngine.positionOf(((TrackedEventMessage<?>) message).trackingToken()))
                .param("stream", event.staffId().value())
                .update();
        trouble.befall(stored);
    }

    @Override
    public void reset() {
        database.sql("delete from query.colleague").update();
    }

    /** Of a stream's rows in the order of the record: as the how many-th each was taken in. */
    static List<Long> order(JdbcClient database, String stream) {
        return database.sql("select nth from query.colleague where stream = :stream order by position")
                .param("stream", stream)
                .query(Long.class)
                .list();
    }
}
