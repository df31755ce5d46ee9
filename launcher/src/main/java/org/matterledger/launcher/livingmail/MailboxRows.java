package org.matterledger.launcher.livingmail;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far watched mailboxes were read, and by which node. */
final class MailboxRows {

    private final JdbcClient database;

    MailboxRows(JdbcClient database) {
        this.database = database;
    }

    /** Whether this node may read a mailbox now, and until when nobody else does. */
    boolean lease(String mailbox, String node, Duration lease) {
        database.sql("insert into command.living_mailbox (mailbox) values (:mailbox) on conflict do nothing")
                .param("mailbox", mailbox)
                .update();
        return database.sql("""
                                update command.living_mailbox
                                   set leased_by = :node, leased_until = clock_timestamp() + :lease * interval '1 millisecond'
                                 where mailbox = :mailbox
                                   and (leased_by is null or leased_by = :node or leased_until < clock_timestamp())""")
                        .param("mailbox", mailbox)
                        .param("node", node)
                        .param("lease", lease.toMillis())
                        .update()
                == 1;
    }

    /** Gives a lease back. */
    void release(String mailbox, String node) {
        database.sql("""
                        update command.living_mailbox set leased_by = null, leased_until = null
                         where mailbox = :mailbox and leased_by = :node""").param("mailbox", mailbox).param("node", node).update();
    }

    /**
     * How far an IMAP folder was read.
     *
     * @param validity the server's word that its numbers still mean the same
     * @param uid the last number that was told
     */
    record Cursor(long validity, long uid) {}

    /** Nothing for a mailbox that was never read. */
    Optional<Cursor> cursor(String mailbox) {
        return database.sql("""
                        select uid_validity, uid from command.living_mailbox
                         where mailbox = :mailbox and uid_validity is not null""")
                .param("mailbox", mailbox)
                .query((row, number) -> new Cursor(row.getLong("uid_validity"), row.getLong("uid")))
                .optional();
    }

    void advance(String mailbox, Cursor to) {
        database.sql("update command.living_mailbox set uid_validity = :validity, uid = :uid where mailbox = :mailbox")
                .param("validity", to.validity())
                .param("uid", to.uid())
                .param("mailbox", mailbox)
                .update();
    }

    /** Which of these files were told. */
    Set<String> told(String mailbox, Collection<String> names) {
        return new HashSet<>(database.sql("""
                        select name from command.living_mail_file
                         where mailbox = :mailbox and name = any(:names)""")
                .param("mailbox", mailbox)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    void tell(String mailbox, List<String> names) {
        database.sql("""
                        insert into command.living_mail_file (mailbox, name)
                        select :mailbox, unnest(:names::text[]) on conflict do nothing""")
                .param("mailbox", mailbox)
                .param("names", names.toArray(String[]::new))
                .update();
    }
}
