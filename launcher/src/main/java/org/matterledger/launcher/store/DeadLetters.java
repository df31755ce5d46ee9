package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.matterledger.query.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The events that a view could not take in. They wait in their order, are tried again, and are shouted about for as
 * long as there is one: a view that misses an event must not look like one that doesn't.
 */
public final class DeadLetters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final int CHUNK = 100;

    private final RecordStore record;
    private final List<Projection> views;
    private final ParameterResolverFactory parameters;
    private final JdbcClient database;
    private final WaitingEvents waiting;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-dead-letters").daemon().factory());

    DeadLetters(
            RecordStore record,
            List<Projection> views,
            ParameterResolverFactory parameters,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.record = record;
        this.views = views;
        this.parameters = parameters;
        this.database = JdbcClient.create(database);
        this.waiting = new WaitingEvents(this.database);
        this.transaction = new TransactionTemplate(transactions);
    }

    void everySoOften(Duration pause) {
        schedule.scheduleWithFixedDelay(
                this::tryAgainAndAlarm, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many events wait because a view could not take them in. */
    public long waiting() {
        return waitingByView().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many events wait, by view; a view for which none waits is left out. */
    public Map<String, Long> waitingByView() {
        return waiting.countByView();
    }

    /** Tries every view's waiting events again, and raises the alarm for those that still wait. */
    void tryAgainAndAlarm() {
        try {
            if (waiting() > 0) {
                views.forEach(this::tryAgain);
                var left = waiting();
                if (left > 0) {
                    LOG.error("{} events wait because a view could not take them in: {}", left, waiting.causes());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("The dead letters can't be looked at: {}", e.getMessage());
        }
    }

    /** Tries each waiting stream of a view once: its events in their order, up to the first that fails again. */
    void tryAgain(Projection view) {
        var handlers = new AnnotationEventHandlerAdapter(view, parameters);
        var upTo = record.head();
        for (var stream : waiting.streams(view.name())) {
            waiting.first(view.name(), stream, upTo).ifPresent(first -> {
                var events = record.events().readEvents(stream, first.sequence());
                var goOn = true;
                while (goOn) {
                    goOn = Boolean.TRUE.equals(transaction.execute(
                            status -> trySome(view.name(), stream, upTo, events, handlers, status)));
                }
            });
        }
    }

    /** Whether as many as one transaction takes were taken in, and more may follow. */
    private boolean trySome(
            String view,
            String stream,
            long upTo,
            DomainEventStream events,
            EventMessageHandler handlers,
            TransactionStatus status) {
        if (!onlyHere(view)) {
            return false;
        }
        for (var taken = 0; taken < CHUNK; taken++) {
            if (!tryFirst(view, stream, upTo, events, handlers, status)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there was a first waiting event of a stream, and it was taken in. */
    private boolean tryFirst(
            String view,
            String stream,
            long upTo,
            DomainEventStream events,
            EventMessageHandler handlers,
            TransactionStatus status) {
        var first = waiting.first(view, stream, upTo);
        if (first.isEmpty()) {
            return false;
        }
        var position = first.get().position();
        var before = status.createSavepoint();
        try {
            handlers.handle(event(events, first.get()));
        } catch (Exception | Error e) {
            status.rollbackToSavepoint(before);
            waiting.failedAgain(view, position, e);
            return false;
        }
        status.releaseSavepoint(before);
        waiting.remove(view, position);
        return true;
    }

    /** The event as the processor would have handed it over, with its token. */
    private static EventMessage<?> event(DomainEventStream events, WaitingEvents.Place place) {
        while (events.hasNext()) {
            var event = events.next();
            if (event.getSequenceNumber() == place.sequence()) {
                return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(place.position()), event);
            }
        }
        throw new LedgerUnavailable("The record does not give event " + place);
    }

    /** No two nodes try a view's events at once, and none while the view is being emptied. */
    private boolean onlyHere(String view) {
        return database.sql("select name from query.view where name = :view for update skip locked")
                .param("view", view)
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
