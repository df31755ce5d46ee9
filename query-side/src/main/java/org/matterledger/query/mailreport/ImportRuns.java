package org.matterledger.query.mailreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.StoredJson;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what imports left behind: rows of the command side that are never filled again, and so need no view. */
@Component
class ImportRuns {

    private static final String COLUMNS =
            "select run_id, number, started_at, ended_at, until, terms, read, imported, duplicates, broken, unassigned,"
                    + " threads, skipped from command.mail_import";

    private final JdbcClient db;
    private final StoredJson json;

    ImportRuns(JdbcClient db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    /** The newest first. */
    List<ImportRun> newest(int rows) {
        return db.sql(COLUMNS + " order by number desc limit :rows")
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    Optional<ImportRun> find(String run) {
        return db.sql(COLUMNS + " where run_id = :run")
                .param("run", run)
                .query(this::row)
                .optional();
    }

    private ImportRun row(ResultSet row, int number) throws SQLException {
        var run = row.getString("run_id");
        return new ImportRun(
                run,
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "ended_at"),
                instant(row, "until"),
                terms(row.getString("terms")),
                row.getLong("read"),
                row.getLong("imported"),
                row.getLong("duplicates"),
                row.getLong("broken"),
                row.getLong("unassigned"),
                counts(row.getString("skipped")),
                row.getLong("threads"),
                matters(run));
    }

    private List<MatterId> matters(String run) {
        return db
                .sql("select matter_id from command.mail_import_matter where run_id = :run order by matter_id")
                .param("run", run)
                .query(String.class)
                .list()
                .stream()
                .map(MatterId::new)
                .toList();
    }

    private Map<String, String> terms(String stored) {
        var terms = new HashMap<String, String>();
        json.read(stored, Map.class).forEach((name, said) -> terms.put((String) name, String.valueOf(said)));
        return terms;
    }

    private Map<String, Long> counts(String stored) {
        var counts = new HashMap<String, Long>();
        json.read(stored, Map.class)
                .forEach((reason, count) -> counts.put((String) reason, ((Number) count).longValue()));
        return counts;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
