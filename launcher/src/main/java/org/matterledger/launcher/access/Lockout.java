package org.matterledger.launcher.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five attempts in fifteen minutes lock a name for fifteen minutes, whether anybody bears it or not. Kept in the database,
 * so that neither a restart nor another node gives more guesses. An attempt is counted before its password is looked at,
 * so that guesses sent all at once are counted too; those made while the name is locked are not, so that the lock ends.
 */
final class Lockout {

    static final int ATTEMPTS = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient rows;
    private final InstantSource clock;

    Lockout(DataSource database, InstantSource clock) {
        this.rows = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Counts an attempt; false when the name is locked and no password may be looked at. */
    boolean admits(String name) {
        Instant now = clock.instant();
        forgetOld(now);
        return rows.sql("""
                        insert into command.sign_in_attempt as a (name_key, since, attempts)
                        values (:name, :now, 1)
                        on conflict (name_key) do update set
                            attempts = case when a.since <= :before then 1 else a.attempts + 1 end,
                            since = case when a.since <= :before then cast(:now as timestamptz) else a.since end,
                            locked_until = case when a.since > :before and a.attempts + 1 >= :limit then cast(:until as timestamptz) end
                        where a.locked_until is null or a.locked_until <= :now
                        """)
                        .params(Map.of(
                                "name",
                                StaffAccounts.key(name),
                                "now",
                                Timestamp.from(now),
                                "before",
                                Timestamp.from(now.minus(WINDOW)),
                                "until",
                                Timestamp.from(now.plus(WINDOW)),
                                "limit",
                                ATTEMPTS))
                        .update()
                == 1;
    }

    /** The password was right, or was set anew: the count begins again. */
    void clear(String name) {
        rows.sql("delete from command.sign_in_attempt where name_key = ?")
                .param(StaffAccounts.key(name))
                .update();
    }

    private void forgetOld(Instant now) {
        rows.sql("delete from command.sign_in_attempt where since < ?")
                .param(Timestamp.from(now.minus(WINDOW.multipliedBy(3))))
                .update();
    }
}
