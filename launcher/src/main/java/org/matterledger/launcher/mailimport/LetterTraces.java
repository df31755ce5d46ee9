package org.matterledger.launcher.mailimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.matterledger.command.StreamReader;
import org.matterledger.launcher.mail.EarlierLetters;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mail.Trace;
import org.matterledger.launcher.mail.Wording;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is remembered of the letters of the last year. By that a letter which comes alone finds its thread, and what a
 * machine writes finds its matter.
 */
final class LetterTraces implements EarlierLetters, KnownLetters {

    private static final int COMPARED = 200;

    private final JdbcTemplate database;
    private final TraceRows rows;
    private final ImportIds ids;
    private final StreamReader streams;

    LetterTraces(JdbcTemplate database, TraceRows rows, ImportIds ids, StreamReader streams) {
        this.database = database;
        this.rows = rows;
        this.ids = ids;
        this.streams = streams;
    }

    private record Compared(String thread, Trace trace) {}

    @Override
    public Map<String, String> threads(Collection<String> letters) {
        var threads = new HashMap<String, String>();
        var asked = byHash(letters);
        database.query(
                """
                select i.id, (select t.thread from command.letter_trace t where t.ids @> array[i.id]
                              order by t.letter = i.id desc, t.written_at, t.letter limit 1) as thread
                  from unnest(?::text[]) i (id)""",
                row -> {
                    if (row.getString("thread") != null) {
                        threads.put(asked.getOrDefault(row.getString("id"), ""), row.getString("thread"));
                    }
                },
                (Object) asked.keySet().toArray(String[]::new));
        return threads;
    }

    @Override
    public Map<String, Instant> writtenAt(Collection<String> letters) {
        var written = new HashMap<String, Instant>();
        var asked = byHash(letters);
        database.query(
                "select letter, written_at from command.letter_trace where letter = any(?)",
                row -> {
                    written.put(asked.getOrDefault(row.getString("letter"), ""), writtenAt(row));
                },
                (Object) asked.keySet().toArray(String[]::new));
        return written;
    }

    private Map<String, String> byHash(Collection<String> letters) {
        return letters.stream().distinct().collect(Collectors.toMap(rows::hashed, letter -> letter));
    }

    /** The same letter under another id, else the newest that it quotes, else the newest that it may answer. */
    @Override
    public Optional<String> goneBackTo(Letter letter) {
        var trace = Trace.of(letter, rows::hashed);
        var same = database.queryForList(
                "select thread from command.letter_trace where same_letter = ? order by written_at, letter limit 1",
                String.class,
                trace.sameLetter());
        if (!same.isEmpty()) {
            return Optional.of(same.getFirst());
        }
        var others = database.query(
                """
                select * from command.letter_trace where subject = ? and written_at between ? and ?
                 order by written_at desc, letter limit ?""",
                (row, number) -> compared(row),
                trace.subject(),
                letter.at().minus(TraceRows.KEPT).atOffset(ZoneOffset.UTC),
                letter.at().atOffset(ZoneOffset.UTC),
                COMPARED);
        return others.stream()
                .filter(other -> trace.quotes(other.trace))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> trace.answers(other.trace))
                        .findFirst())
                .map(Compared::thread);
    }

    private static Compared compared(ResultSet row) throws SQLException {
        var trace = new Trace(
                writtenAt(row),
                row.getString("subject"),
                false,
                row.getString("writer"),
                Set.of((String[]) row.getArray("people").getArray()),
                row.getString("same_letter"),
                Wording.kept(numbers(row, "said"), numbers(row, "quoted")));
        return new Compared(row.getString("thread"), trace);
    }

    private static Instant writtenAt(ResultSet row) throws SQLException {
        return row.getObject("written_at", OffsetDateTime.class).toInstant();
    }

    private static int[] numbers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Map<String, List<MatterId>> matters(Collection<String> letters) {
        var matters = new HashMap<String, List<MatterId>>();
        var asked = byHash(letters);
        database.query(
                "select letter, matters from command.letter_trace where letter = any(?)",
                row -> {
                    var told = new ArrayList<MatterId>();
                    for (var matter : (String[]) row.getArray("matters").getArray()) {
                        if (streams.first(matter).isPresent()) {
                            told.add(new MatterId(matter));
                        }
                    }
                    matters.put(asked.getOrDefault(row.getString("letter"), ""), told);
                },
                (Object) asked.keySet().toArray(String[]::new));
        return matters;
    }

    @Override
    public boolean wrote(String address) {
        return !database.queryForList(
                        "select 1 from command.letter_trace where writer = ? and not by_firm and matters <> '{}' limit 1",
                        Integer.class,
                        rows.hashed(address))
                .isEmpty();
    }

    @Override
    public MatterId id(PlannedMatter matter) {
        var known = matter.known();
        return known == null ? ids.matter(matter.client().key(), matter.key()) : known;
    }
}
