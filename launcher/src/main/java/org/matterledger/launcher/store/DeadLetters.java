package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events that a view could not take in. They wait in their order, are tried again, and are shouted about for as
 * long as there is one: a view that misses an event must not look like one that doesn't.
 */
public final class DeadLetters implements AutoCloseable {

    /** Axon pages dead letters by an offset that removal shifts; one page holds more than a firm should ever let wait. */
    static final int PAGE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Configuration configuration;
    private final List<String> groups;
    private final JdbcClient database;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-dead-letters").daemon().factory());

    DeadLetters(Configuration configuration, List<String> groups, JdbcClient database) {
        this.configuration = configuration;
        this.groups = groups;
        this.database = database;
    }

    void everySoOften(Duration pause) {
        schedule.scheduleWithFixedDelay(
                this::tryAgainAndAlarm, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many events wait because a view could not take them in. */
    public long waiting() {
        return database.sql("select count(*) from query.dead_letter")
                .query(Long.class)
                .single();
    }

    private void tryAgainAndAlarm() {
        try {
            if (waiting() > 0) {
                groups.forEach(this::tryAgain);
                var left = waiting();
                if (left > 0) {
                    LOG.error("{} events wait because a view could not take them in: {}", left, causes());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The dead letters can't be looked at: {}", e.getMessage());
        }
    }

    /** Tries each waiting sequence of a view once. */
    void tryAgain(String group) {
        configuration
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(group)
                .ifPresent(processor -> {
                    var tries = sequences(group);
                    while (tries-- > 0 && processor.processAny()) {
                        LOG.debug("A waiting sequence of {} was taken in", group);
                    }
                });
    }

    private long sequences(String group) {
        return database.sql(
                        "select count(distinct sequence_identifier) from query.dead_letter where processing_group = :group")
                .param("group", group)
                .query(Long.class)
                .single();
    }

    private List<String> causes() {
        return database.sql("""
                        select distinct processing_group || ': ' || coalesce(cause_message, cause_type)
                        from query.dead_letter where cause_type is not null limit 5""").query(String.class).list();
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
