package org.matterledger.query.clients;

import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.ClientEvent;
import org.matterledger.events.ClientEvent.ClientRegistered;
import org.matterledger.events.ClientEvent.ContactPersonErased;
import org.matterledger.events.ClientEvent.ContactPersonNamed;
import org.matterledger.query.Noted;
import org.matterledger.query.Projection;
import org.matterledger.query.Rows;
import org.matterledger.query.StoredJson;
import org.matterledger.query.StoredSource;
import org.springframework.stereotype.Component;

/** One row for each client, and one for each person who speaks for it. */
@Component
class ClientProjection implements Projection {

    private final Rows rows;
    private final StoredJson json;

    ClientProjection(Rows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public void reset() {
        rows.empty("query.contact_person", "query.client");
    }

    @EventHandler
    void on(ClientRegistered event, Noted noted) {
        rows.write(
                """
                insert into query.client (client_id, name, source_system, source_id, since, version, position)
                values (?, ?::jsonb, ?, ?, ?, ?, ?)
                on conflict (client_id) do update set name = excluded.name
                """,
                event.clientId(),
                json.write(event.name()),
                StoredSource.system(event.source()),
                StoredSource.id(event.source()),
                noted.position(),
                noted.version(),
                noted.position());
    }

    @EventHandler
    void on(ContactPersonNamed event, Noted noted) {
        rows.write(
                """
                insert into query.contact_person
                       (client_id, person_id, name, addresses, standing, erased, since, version, position)
                values (?, ?, ?::jsonb, ?::jsonb, ?, false, ?, ?, ?)
                on conflict (client_id, person_id) do update
                set name = excluded.name, addresses = excluded.addresses, standing = excluded.standing, erased = false,
                    version = excluded.version, position = excluded.position
                """,
                event.clientId(),
                event.personId(),
                json.write(event.name()),
                json.write(event.addresses()),
                event.standing(),
                noted.position(),
                noted.version(),
                noted.position());
        touch(event, noted);
    }

    @EventHandler
    void on(ContactPersonErased event, Noted noted) {
        rows.write("""
                update query.contact_person set erased = true, version = ?, position = ?
                where client_id = ? and person_id = ?
                """, noted.version(), noted.position(), event.clientId(), event.personId());
        touch(event, noted);
    }

    private void touch(ClientEvent event, Noted noted) {
        rows.write(
                "update query.client set version = ?, position = ? where client_id = ?",
                noted.version(),
                noted.position(),
                event.clientId());
    }
}
