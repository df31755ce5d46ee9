package org.matterledger.command.matter;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The matters that the clock will move, each with the next instant at which it does: read by the sweep, which leases a row
 * before it sends anything, so that no row is held while a command runs, and nodes share the work.
 *
 * <p>Whoever changes what a matter waits for locks its row first; only then is the next instant reckoned.
 */
final class DueList {

    private static final String NEXT = """
            case when visit_since is not null then '-infinity' else
                (select min(i.at) from command.due_instant i
                  where i.matter_id = due_matter.matter_id and i.open and not i.told) end""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Duration lease;

    /** @param lease how long a leased row is nobody else's; longer than a command takes */
    DueList(JdbcClient database, PlatformTransactionManager transactions, Duration lease) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.lease = lease;
    }

    /**
     * A matter to be visited.
     *
     * @param visitSince which publication asks for it; absent where only the clock does
     */
    record Due(MatterId matter, @Nullable Long visitSince) {}

    /** Takes up to so many matters that are due now, the longest due first; committed when this returns. */
    List<Due> lease(Instant now, int atMost) {
        return database.sql("""
                        update command.due_matter
                           set leased_until = clock_timestamp() + :lease * interval '1 millisecond'
                         where matter_id in (
                            select matter_id from command.due_matter
                             where open and not imported and next_at <= :now
                               and (leased_until is null or leased_until < clock_timestamp())
                               and (awaits is null or awaits <= seen)
                             order by next_at limit :most for update skip locked)
                        returning matter_id, visit_since""")
                .param("lease", lease.toMillis())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, n) -> new Due(new MatterId(row.getString(1)), row.getObject(2, Long.class)))
                .list();
    }

    /** When the clock next moves a matter, if that is after an instant and not after another. */
    Optional<Instant> next(Instant after, Instant upTo) {
        return database.sql("""
                        select next_at from command.due_matter
                         where open and not imported and next_at > :after and next_at <= :upTo
                         order by next_at limit 1""")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Gives a leased matter back. Up to that instant everything was told, recorded or not: what the matter itself has
     * nothing to say about is not asked again.
     *
     * @param upTo the instant up to which time passed
     * @param sequence of the last event that this recorded; absent where nothing was
     */
    void visited(Due due, Instant upTo, @Nullable Long sequence) {
        transaction.executeWithoutResult(status -> {
            var matter = due.matter().value();
            database.sql("select 1 from command.due_matter where matter_id = :matter for update")
                    .param("matter", matter)
                    .query()
                    .listOfRows();
            database.sql("""
                            update command.due_instant set told = true
                             where matter_id = :matter and open and not told and at <= :upTo""")
                    .param("matter", matter)
                    .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                    .update();
            database.sql("""
                            update command.due_matter set leased_until = null, awaits = coalesce(:sequence, awaits),
                                visit_since = case when :sequence::bigint is null and visit_since = :since
                                                   then null else visit_since end
                             where matter_id = :matter""")
                    .param("matter", matter)
                    .param("sequence", sequence, Types.BIGINT)
                    .param("since", due.visitSince(), Types.BIGINT)
                    .update();
            database.sql("update command.due_matter set next_at = " + NEXT + " where matter_id = :matter")
                    .param("matter", matter)
                    .update();
        });
    }

    /** Forgets what ended and can't come back: its instants are past, and a matter reckons those by itself. */
    void tidy(Instant now) {
        database.sql("delete from command.due_instant where not open and at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Reckons when some matters must be visited next; their rows are locked by the transaction. */
    static void reckonNext(JdbcClient database, Iterable<String> matters) {
        database.sql("update command.due_matter set next_at = " + NEXT + " where matter_id in (:matters)")
                .param("matters", matters)
                .update();
    }
}
