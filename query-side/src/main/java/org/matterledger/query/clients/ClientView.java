package org.matterledger.query.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the firm's clients, in the order of registration. */
@Component
class ClientView {

    private static final String COLUMNS =
            "select client_id, name, source_system, source_id, since, version from query.client ";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    ClientView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    Optional<Client> client(ClientId client) {
        return read(db.sql(COLUMNS + "where client_id = :client").param("client", client.value())).stream()
                .findFirst();
    }

    List<Client> named(Source source) {
        return read(db.sql(COLUMNS + "where source_system = :system and source_id = :id order by since")
                .param("system", source.system())
                .param("id", source.id()));
    }

    List<Client> page(long after, int rows) {
        return read(db.sql(COLUMNS + "where since > :after order by since limit :rows")
                .param("after", after)
                .param("rows", rows));
    }

    private List<Client> read(JdbcClient.StatementSpec query) {
        var rows = query.query(this::row).list();
        var shown = Shown.of(confidential, rows.stream().map(Row::name).toList());
        return rows.stream().map(row -> row.opened(shown)).toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("client_id"),
                json.read(row.getString("name"), ConfidentialText.class),
                StoredSource.of(row),
                row.getLong("version"),
                row.getLong("since"));
    }

    private record Row(
            String id, ConfidentialText name, @Nullable Source source, long version, long since) {

        Client opened(Shown shown) {
            return new Client(id, shown.text(name), source, version, since);
        }
    }
}
