package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The events that a view takes in within one transaction. PostgreSQL gives up a transaction after one failed statement;
 * so when an event fails, the batch goes back to its beginning and takes its events in again one by one, each behind a
 * savepoint of its own. What fails then goes to the dead letters alone and leaves no half-written row; later events of
 * its stream wait behind it, other streams go on.
 *
 * <p>Used by one thread, in the processor's transaction.
 */
final class ProjectionBatch {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionBatch.class);

    private static final String BEGINNING = "ledger_batch";

    private final String view;
    private final EventMessageHandler handlers;
    private final WaitingEvents waiting;
    private final Connection connection;
    private final List<EventMessage<?>> taken = new ArrayList<>();
    private Set<String> waitingStreams;
    private boolean oneByOne;

    ProjectionBatch(String view, EventMessageHandler handlers, WaitingEvents waiting, DataSource database)
            throws SQLException {
        this.view = view;
        this.handlers = handlers;
        this.waiting = waiting;
        this.connection = connectionOfTransaction(database);
        this.waitingStreams = begin();
    }

    /** The savepoint and the look for dead letters, in one trip to the database. */
    private Set<String> begin() throws SQLException {
        try (var both = connection.prepareStatement("savepoint " + BEGINNING + "; " + WaitingEvents.STREAMS)) {
            both.setString(1, view);
            both.execute();
            both.getMoreResults();
            var streams = new HashSet<String>();
            try (var rows = both.getResultSet()) {
                while (rows.next()) {
                    streams.add(rows.getString(1));
                }
            }
            return streams;
        }
    }

    /** The connection to which the transaction is bound; it outlives the release of this use of it. */
    private static Connection connectionOfTransaction(DataSource database) throws SQLException {
        var connection = DataSourceUtils.getConnection(database);
        var inTransaction = DataSourceUtils.isConnectionTransactional(connection, database);
        DataSourceUtils.releaseConnection(connection, database);
        if (!inTransaction) {
            throw new IllegalStateException("A view's rows are written in the transaction of its processor's token");
        }
        return connection;
    }

    /**
     * Takes in one event, or lets it wait.
     *
     * @throws Exception when not even that can be recorded: the batch is rolled back and tried again later
     */
    void take(EventMessage<?> event) throws Exception {
        if (oneByOne) {
            takeAlone(event);
            return;
        }
        try {
            takeTogether(event);
            taken.add(event);
        } catch (Exception | Error e) {
            startOver(e);
            takeAlone(event);
        }
    }

    private void takeTogether(EventMessage<?> event) throws Exception {
        if (waitingStreams.contains(streamOf(event))) {
            waiting.add(view, event, null);
        } else {
            handlers.handle(event);
        }
    }

    private void startOver(Throwable cause) throws Exception {
        try {
            goBack();
        } catch (SQLException e) {
            e.addSuppressed(cause);
            throw e;
        }
        oneByOne = true;
        waitingStreams = waiting.streams(view);
        for (var earlier : taken) {
            takeAlone(earlier);
        }
        taken.clear();
    }

    private void goBack() throws SQLException {
        try (var back = connection.createStatement()) {
            back.execute("rollback to savepoint " + BEGINNING);
        }
    }

    private void takeAlone(EventMessage<?> event) throws Exception {
        if (waitingStreams.contains(streamOf(event))) {
            waiting.add(view, event, null);
            return;
        }
        var before = connection.setSavepoint();
        try {
            handlers.handle(event);
            connection.releaseSavepoint(before);
        } catch (Exception | Error e) {
            connection.rollback(before);
            waiting.add(view, event, e);
            waitingStreams.add(streamOf(event));
            LOG.error("The view {} could not take in event {}; its stream waits", view, event.getIdentifier(), e);
        }
    }

    private static String streamOf(EventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }
}
