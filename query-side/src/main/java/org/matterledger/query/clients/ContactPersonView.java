package org.matterledger.query.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContactAddress;
import org.matterledger.values.PersonId;
import org.matterledger.values.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who speaks for a client, in the order in which they were named. */
@Component
class ContactPersonView {

    private static final String COLUMNS =
            "select person_id, name, addresses, standing, erased, version, since from query.contact_person ";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    ContactPersonView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    Optional<ContactPerson> person(ClientId client, PersonId person) {
        return read(db.sql(COLUMNS + "where client_id = :client and person_id = :person")
                        .param("client", client.value())
                        .param("person", person.value()))
                .stream()
                .findFirst();
    }

    List<ContactPerson> page(ClientId client, long after, int rows) {
        return read(db.sql(COLUMNS + "where client_id = :client and since > :after order by since limit :rows")
                .param("client", client.value())
                .param("after", after)
                .param("rows", rows));
    }

    private List<ContactPerson> read(JdbcClient.StatementSpec query) {
        var rows = query.query(this::row).list();
        var shown = Shown.of(confidential, rows.stream().flatMap(Row::sealed).toList());
        return rows.stream().map(row -> row.opened(shown)).toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("person_id"),
                json.read(row.getString("name"), ConfidentialText.class),
                json.list(row.getString("addresses"), ContactAddress.class),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("erased"),
                row.getLong("version"),
                row.getLong("since"));
    }

    private record Row(
            String id,
            ConfidentialText name,
            List<ContactAddress> addresses,
            Standing standing,
            boolean erased,
            long version,
            long since) {

        Stream<ConfidentialText> sealed() {
            return Stream.concat(Stream.of(name), addresses.stream().map(ContactAddress::address));
        }

        ContactPerson opened(Shown shown) {
            var reached = addresses.stream()
                    .map(address -> new ContactPerson.Reached(address.channel(), shown.text(address.address())))
                    .toList();
            return new ContactPerson(id, shown.text(name), reached, standing, erased, version, since);
        }
    }
}
