package org.matterledger.query.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the firm's matters, in the order of opening. */
@Component
class MatterView {

    private static final String COLUMNS = """
            select matter_id, client_id, title, contact_person, responsible, accountable_partner, calendar_id,
                   calendar_version, main_channel, source_system, source_id, opened_at, closed_at, version,
                   since
            from query.matter\s""";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    MatterView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    Optional<Matter> matter(MatterId matter) {
        return read(db.sql(COLUMNS + "where matter_id = :matter").param("matter", matter.value())).stream()
                .findFirst();
    }

    List<Matter> named(Source source) {
        return read(db.sql(COLUMNS + "where source_system = :system and source_id = :id order by since")
                .param("system", source.system())
                .param("id", source.id()));
    }

    List<Matter> page(long after, int rows) {
        return read(db.sql(COLUMNS + "where since > :after order by since limit :rows")
                .param("after", after)
                .param("rows", rows));
    }

    /** The newest first, as people look for them. */
    List<Matter> newest(long before, int rows) {
        return read(db.sql(COLUMNS + "where since < :before order by since desc limit :rows")
                .param("before", before)
                .param("rows", rows));
    }

    long count() {
        return db.sql("select count(*) from query.matter").query(Long.class).single();
    }

    private List<Matter> read(JdbcClient.StatementSpec query) {
        var rows = query.query(this::row).list();
        var shown = Shown.of(confidential, rows.stream().map(Row::title).toList());
        return rows.stream()
                .map(row -> row.matter().titled(shown.text(row.title())))
                .toList();
    }

    private record Row(Matter matter, ConfidentialText title) {}

    private Row row(ResultSet row, int number) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        var matter = new Matter(
                row.getString("matter_id"),
                row.getString("client_id"),
                "",
                row.getString("contact_person"),
                row.getString("responsible"),
                row.getString("accountable_partner"),
                row.getString("calendar_id"),
                row.getInt("calendar_version"),
                row.getString("main_channel"),
                StoredSource.of(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                row.getLong("version"),
                row.getLong("since"));
        return new Row(matter, json.read(row.getString("title"), ConfidentialText.class));
    }
}
