package org.matterledger.query.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who works at the firm, in the order of registration. */
@Component
class StaffView {

    private static final String COLUMNS =
            "select staff_id, name, roles, source_system, source_id, team, deputy, address, calendar_id, left_at, since,"
                    + " version from query.staff ";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    StaffView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    Optional<StaffMember> member(StaffId staff) {
        return read(db.sql(COLUMNS + "where staff_id = :staff").param("staff", staff.value())).stream()
                .findFirst();
    }

    List<StaffMember> named(Source source) {
        return read(db.sql(COLUMNS + "where source_system = :system and source_id = :id order by since")
                .param("system", source.system())
                .param("id", source.id()));
    }

    List<StaffMember> page(long after, int rows) {
        return read(db.sql(COLUMNS + "where since > :after order by since limit :rows")
                .param("after", after)
                .param("rows", rows));
    }

    private List<StaffMember> read(JdbcClient.StatementSpec query) {
        var rows = query.query(this::row).list();
        var shown = Shown.of(confidential, rows.stream().flatMap(Row::sealed).toList());
        return rows.stream().map(row -> row.opened(shown)).toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var leftAt = row.getObject("left_at", OffsetDateTime.class);
        return new Row(
                row.getString("staff_id"),
                json.read(row.getString("name"), ConfidentialText.class),
                List.of((String[]) row.getArray("roles").getArray()),
                StoredSource.of(row),
                row.getString("team"),
                row.getString("deputy"),
                json.sealed(row.getString("address")),
                row.getString("calendar_id"),
                leftAt == null ? null : leftAt.toInstant(),
                row.getLong("version"),
                row.getLong("since"));
    }

    private record Row(
            String id,
            ConfidentialText name,
            List<String> roles,
            @Nullable Source source,
            @Nullable String team,
            @Nullable String deputy,
            @Nullable ConfidentialText address,
            @Nullable String calendar,
            @Nullable Instant leftAt,
            long version,
            long since) {

        Stream<ConfidentialText> sealed() {
            return Stream.of(Optional.of(name), Optional.ofNullable(address)).flatMap(Optional::stream);
        }

        StaffMember opened(Shown shown) {
            var reached = shown.orNull(address);
            return new StaffMember(
                    id, shown.text(name), roles, source, team, deputy, reached, calendar, leftAt, version, since);
        }
    }
}
