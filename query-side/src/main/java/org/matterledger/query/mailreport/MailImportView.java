package org.matterledger.query.mailreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the runs of imports: they count themselves while they run, and so need no view. */
@Component
class MailImportView {

    private static final Pattern ID = Pattern.compile("import-[A-Za-z0-9-]{1,100}");
    private static final String SELECT = "select * from command.mail_import ";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    MailImportView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    private record Left(String what, String reason, ConfidentialText place) {}

    /** @param before the number of the last run on the page before */
    List<MailImport> newest(long before, int rows) {
        return db.sql(SELECT + "where number < :before order by number desc limit :rows")
                .param("before", before)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    Optional<MailImport> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return db.sql(SELECT + "where run_id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Every matter in which a run found a message, also one that was recorded before. */
    List<MatterId> matters(String id) {
        return db.sql("select matter_id from command.mail_import_matter where run_id = :id order by matter_id")
                .param("id", id)
                .query((row, number) -> new MatterId(row.getString("matter_id")))
                .list();
    }

    /**
     * What a run left aside: what can't be read first.
     *
     * @param rows for each reason, so that none hides behind another
     */
    List<SetAside> setAside(String id, int rows) {
        var left = db.sql("""
                        select what, reason, place
                          from (select *, row_number() over (partition by what, reason order by number) as nth
                                  from command.mail_import_message where run_id = :id) numbered
                         where nth <= :rows
                         order by array_position(array['BROKEN', 'UNASSIGNED', 'SKIPPED'], what), number limit 1000""")
                .param("id", id)
                .param("rows", rows)
                .query((row, number) -> new Left(
                        row.getString("what"),
                        row.getString("reason"),
                        json.read(row.getString("place"), ConfidentialText.class)))
                .list();
        var shown = Shown.of(confidential, left.stream().map(Left::place).toList());
        return left.stream()
                .map(one -> new SetAside(one.what(), one.reason(), shown.text(one.place())))
                .toList();
    }

    /** How many messages of a run wait for a hand, by reason. */
    Map<String, Long> unassigned(String id) {
        var counts = new TreeMap<String, Long>();
        db.sql("""
                        select reason, count(*) as number from command.mail_import_message
                         where run_id = :id and what = 'UNASSIGNED' group by reason""")
                .param("id", id)
                .query((row, number) -> counts.put(row.getString("reason"), row.getLong("number")))
                .list();
        return counts;
    }

    private MailImport row(ResultSet row, int number) throws SQLException {
        return new MailImport(
                row.getString("run_id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                timeOrNull(row, "ended_at"),
                timeOrNull(row, "until"),
                terms(row.getString("terms")),
                row.getLong("read"),
                row.getLong("imported"),
                row.getLong("duplicates"),
                row.getLong("broken"),
                row.getLong("unassigned"),
                counts(row.getString("skipped")),
                row.getLong("threads"),
                row.getLong("number"));
    }

    private Map<String, String> terms(String stored) {
        Map<String, String> terms = new HashMap<>();
        json.tree(stored)
                .properties()
                .forEach(term -> terms.put(term.getKey(), term.getValue().asString()));
        return terms;
    }

    private Map<String, Long> counts(String stored) {
        Map<String, Long> counts = new HashMap<>();
        json.tree(stored)
                .properties()
                .forEach(reason -> counts.put(reason.getKey(), reason.getValue().asLong()));
        return counts;
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
