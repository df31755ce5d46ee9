package org.matterledger.query;

import java.util.List;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom a matter's client is written, and by which ways. */
@Component
public final class Recipients {

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    Recipients(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    /**
     * A contact person of the client.
     *
     * @param usual whom the firm speaks with in this matter
     */
    public record Person(String id, String name, boolean usual) {}

    /** Whom the client named, in that order. */
    public List<Person> persons(MatterId matter) {
        return db.sql("""
                        select p.person_id, p.name, p.person_id = m.contact_person as usual
                        from query.matter m join query.contact_person p on p.client_id = m.client_id and not p.erased
                        where m.matter_id = :matter order by p.since
                        """)
                .param("matter", matter.value())
                .query((row, number) -> new Person(
                        row.getString("person_id"),
                        String.valueOf(confidential.shown(json.read(row.getString("name"), ConfidentialText.class))),
                        row.getBoolean("usual")))
                .list();
    }

    /** The ways that both sides agreed on, the main one first. */
    public List<ChannelKind> channels(MatterId matter) {
        return db
                .sql("""
                        select c.terms ->> 'kind' from query.matter_channel c
                        join query.matter m on m.matter_id = c.matter_id
                        where c.matter_id = :matter and c.state = 'AGREED'
                        order by c.channel_id = m.main_channel desc, c.since
                        """)
                .param("matter", matter.value())
                .query((row, number) -> ChannelKind.valueOf(row.getString(1)))
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
