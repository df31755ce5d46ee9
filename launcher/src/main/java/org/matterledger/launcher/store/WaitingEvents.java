package org.matterledger.launcher.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of dead letters: events that a view could not take in, and those of the same stream that wait behind them.
 * It holds their places only, since the events stand in the record.
 */
final class WaitingEvents {

    /** The streams of which a view has an event waiting. */
    static final String STREAMS = "select distinct stream from query.dead_letter where view = ?";

    private static final int LONGEST_CAUSE = 500;

    /** Where a waiting event stands: in the record, and in its stream. */
    record Place(long position, long sequence) {}

    private final JdbcClient database;

    WaitingEvents(JdbcClient database) {
        this.database = database;
    }

    /** The streams of which a view has an event waiting. */
    Set<String> streams(String view) {
        return new HashSet<>(
                database.sql(STREAMS).param(view).query(String.class).list());
    }

    /** @param cause why the view could not take it in; null for one that waits behind another */
    void add(String view, EventMessage<?> event, @Nullable Throwable cause) {
        database.sql("""
                        insert into query.dead_letter (view, position, stream, sequence, cause, tries)
                        values (:view, :position, :stream, :sequence, :cause, :tries)
                        on conflict (view, position) do nothing""")
                .param("view", view)
                .param("position", LedgerStorageEngine.positionOf(((TrackedEventMessage<?>) event).trackingToken()))
                .param("stream", ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .param("sequence", ((DomainEventMessage<?>) event).getSequenceNumber())
                .param("cause", cause == null ? null : told(cause))
                .param("tries", cause == null ? 0 : 1)
                .update();
    }

    /** The first of a stream's waiting events, up to a position. */
    Optional<Place> first(String view, String stream, long upTo) {
        return database.sql("""
                        select position, sequence from query.dead_letter
                        where view = :view and stream = :stream and position <= :upTo order by position limit 1""")
                .param("view", view)
                .param("stream", stream)
                .param("upTo", upTo)
                .query((row, n) -> new Place(row.getLong(1), row.getLong(2)))
                .optional();
    }

    void failedAgain(String view, long position, Throwable cause) {
        database.sql("update query.dead_letter set tries = tries + 1, cause = :cause"
                        + " where view = :view and position = :position")
                .param("view", view)
                .param("position", position)
                .param("cause", told(cause))
                .update();
    }

    void remove(String view, long position) {
        database.sql("delete from query.dead_letter where view = :view and position = :position")
                .param("view", view)
                .param("position", position)
                .update();
    }

    void removeAll(String view) {
        database.sql("delete from query.dead_letter where view = :view")
                .param("view", view)
                .update();
    }

    /** How many events wait, by view; a view for which none waits is left out. */
    Map<String, Long> countByView() {
        Map<String, Long> counts = new TreeMap<>();
        database.sql("select view, count(*) as waiting from query.dead_letter group by view")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Some of the causes, for whoever has to look. */
    List<String> causes() {
        return database.sql("""
                        select view || ' at ' || min(position) || ': ' || cause from query.dead_letter
                        where cause is not null group by view, cause order by min(position) limit 5""").query(String.class).list();
    }

    private static String told(Throwable cause) {
        var told = cause.getClass().getName() + ": " + cause.getMessage();
        return told.length() <= LONGEST_CAUSE ? told : told.substring(0, LONGEST_CAUSE);
    }
}
