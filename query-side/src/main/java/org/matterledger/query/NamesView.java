package org.matterledger.query;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people call the matter, its client and everybody who can occur in it. */
@Component
public class NamesView {

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    NamesView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    private record Sealed(String id, ConfidentialText name) {}

    private record Head(ConfidentialText title, ConfidentialText client, String zone) {}

    public Optional<Names> of(MatterId matter) {
        return head(matter).map(head -> {
            var people = people(matter);
            var shown = Shown.of(
                    confidential,
                    Stream.concat(
                                    Stream.of(head.title(), head.client()),
                                    people.stream().map(Sealed::name))
                            .toList());
            Map<String, String> names = new HashMap<>();
            people.forEach(person -> names.put(person.id(), shown.text(person.name())));
            return new Names(
                    shown.text(head.title()),
                    shown.text(head.client()),
                    ZoneId.of(head.zone()),
                    names,
                    channels(matter));
        });
    }

    /** What a matter is called on pages that show many. */
    public record Title(String title, String client) {}

    /** Titles of some matters, by id. */
    public Map<String, Title> titles(Collection<MatterId> matters) {
        var rows = db.sql("""
                        select m.matter_id, m.title, c.name from query.matter m
                        left join query.client c on c.client_id = m.client_id
                        where m.matter_id = any(:matters)
                        """)
                .param("matters", ids(matters))
                .query((row, number) -> Map.entry(
                        row.getString("matter_id"),
                        List.of(
                                sealed(row.getString("title")),
                                sealed(
                                        row.getString("name") == null
                                                ? row.getString("title")
                                                : row.getString("name")))))
                .list();
        var shown = Shown.of(
                confidential,
                rows.stream().flatMap(row -> row.getValue().stream()).toList());
        Map<String, Title> titles = new HashMap<>();
        rows.forEach(row -> titles.put(
                row.getKey(),
                new Title(
                        shown.text(row.getValue().getFirst()),
                        shown.text(row.getValue().getLast()))));
        return titles;
    }

    /** Names of some contact persons and staff members, by id. */
    public Map<String, String> people(Collection<?> persons) {
        var rows = db.sql("""
                        select person_id as id, name from query.contact_person where person_id = any(:ids)
                        union all
                        select staff_id, name from query.staff where staff_id = any(:ids)
                        """)
                .param("ids", ids(persons))
                .query((row, number) -> new Sealed(row.getString("id"), sealed(row.getString("name"))))
                .list();
        var shown = Shown.of(confidential, rows.stream().map(Sealed::name).toList());
        Map<String, String> names = new HashMap<>();
        rows.forEach(row -> names.put(row.id(), shown.text(row.name())));
        return names;
    }

    private static String[] ids(Collection<?> of) {
        return of.stream().map(Object::toString).distinct().toArray(String[]::new);
    }

    private Optional<Head> head(MatterId matter) {
        return db.sql("""
                        select m.title, c.name, coalesce(k.zone, 'UTC') as zone
                        from query.matter m
                        join query.client c on c.client_id = m.client_id
                        left join query.calendar_version k
                               on k.calendar_id = m.calendar_id and k.version = m.calendar_version
                        where m.matter_id = :matter
                        """)
                .param("matter", matter.value())
                .query((row, number) ->
                        new Head(sealed(row.getString("title")), sealed(row.getString("name")), row.getString("zone")))
                .optional();
    }

    private List<Sealed> people(MatterId matter) {
        return db.sql("""
                        select p.person_id as id, p.name from query.contact_person p
                        join query.matter m on m.client_id = p.client_id where m.matter_id = :matter
                        union all
                        select staff_id, name from query.staff
                        """)
                .param("matter", matter.value())
                .query((row, number) -> new Sealed(row.getString("id"), sealed(row.getString("name"))))
                .list();
    }

    private Map<String, ChannelKind> channels(MatterId matter) {
        Map<String, ChannelKind> kinds = new HashMap<>();
        db.sql("select channel_id, terms ->> 'kind' as kind from query.matter_channel where matter_id = :matter")
                .param("matter", matter.value())
                .query(row -> {
                    kinds.put(row.getString("channel_id"), ChannelKind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    private ConfidentialText sealed(String stored) {
        return json.read(stored, ConfidentialText.class);
    }
}
