package org.matterledger.launcher.mailimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mailimport.LiveTelling.Seen;
import org.matterledger.launcher.vault.KeyedHash;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The messages of a watched mailbox, each counted once however often it is read. They are noted before the ledger is told:
 * whoever reads one again after a look that failed knows what it was when it was first seen.
 */
final class LivingMessages {

    private static final String OTHER_READING = """
            update command.living_message set message = ?, reading = ?
             where (run_id, message) = (
                    select run_id, message from command.living_message other
                     where run_id = ? and letter = ? and reading <> ?
                       and not exists (select from command.living_message same
                                        where same.run_id = other.run_id and same.message = ?)
                     order by message limit 1)""";

    private final JdbcTemplate database;
    private final KeyedHash hash;
    private final String run;
    private final List<Seen> seen;

    LivingMessages(JdbcTemplate database, KeyedHash hash, String run, List<Seen> seen) {
        this.database = database;
        this.hash = hash;
        this.run = run;
        this.seen = List.copyOf(seen);
    }

    /**
     * Notes them, unless they are noted already. What was read before under other numbers of the server is the same still.
     *
     * @param news identities of letters that the ledger doesn't know
     */
    void note(Set<String> news) {
        database.batchUpdate(
                OTHER_READING,
                seen.stream()
                        .filter(one -> !one.reading().isEmpty())
                        .map(one ->
                                new Object[] {message(one), one.reading(), run, letter(one), one.reading(), message(one)
                                })
                        .toList());
        database.batchUpdate(
                """
                insert into command.living_message (run_id, message, letter, reading, new_here)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                seen.stream()
                        .map(one -> new Object[] {
                            run, message(one), letter(one), one.reading(), news.contains(identity(one))
                        })
                        .toList());
    }

    /**
     * A message that no look has counted yet.
     *
     * @param copy whether its letter was counted with another message
     */
    record Uncounted(Seen seen, boolean newHere, boolean copy) {}

    /** Those that are to be counted; from now on they are. */
    List<Uncounted> count() {
        var noted = new LinkedHashMap<String, Boolean>();
        database.query(
                """
                update command.living_message set counted = true
                 where run_id = ? and message = any(?) and not counted returning message, new_here""",
                row -> {
                    noted.put(row.getString("message"), row.getBoolean("new_here"));
                },
                run,
                seen.stream().map(this::message).toArray(String[]::new));
        var before = new HashSet<>(database.queryForList(
                """
                select letter from command.living_message
                 where run_id = ? and letter = any(?) and counted and message <> all(?)""",
                String.class,
                run,
                seen.stream().map(this::letter).toArray(String[]::new),
                noted.keySet().toArray(String[]::new)));
        var uncounted = new ArrayList<Uncounted>();
        for (var one : seen) {
            var newHere = noted.remove(message(one));
            if (newHere != null) {
                uncounted.add(new Uncounted(one, newHere, !before.add(letter(one))));
            }
        }
        return uncounted;
    }

    /** @return how many of these threads the mailbox did not have before */
    long threads(Collection<String> roots) {
        var fresh = 0L;
        for (var root : roots) {
            fresh += database.update(
                    "insert into command.living_thread (run_id, thread) values (?, ?) on conflict do nothing",
                    run,
                    hash.of("living-thread", root));
        }
        return fresh;
    }

    /** What the letters are, by identity: those that the plan leaves aside, and why. */
    static Map<String, ImportRows.Aside> leftAside(Plan plan) {
        var aside = new LinkedHashMap<String, ImportRows.Aside>();
        plan.unassigned().forEach(left -> aside.put(left.letter().identity(), ImportRows.Aside.unassigned(left)));
        plan.skipped().forEach(left -> aside.put(left.letter().identity(), ImportRows.Aside.skipped(left)));
        return aside;
    }

    static String identity(Seen one) {
        return one.message() instanceof Letter letter
                ? letter.identity()
                : "broken:" + one.reading() + " " + one.mark();
    }

    private String letter(Seen one) {
        return hash.of("living-letter", identity(one));
    }

    private String message(Seen one) {
        return hash.of("living-message", one.mark(), one.reading(), identity(one));
    }
}
