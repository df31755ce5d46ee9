package org.matterledger.launcher.mailimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.matterledger.launcher.mail.Address;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ClientId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContactAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The persons of clients that the firm itself entered, as far as the ledger's views have come: what is written with them
 * belongs to their client's open matter, and waits for a hand where there are several.
 */
final class KnownClients {

    private final JdbcClient database;
    private final StoredJson json;
    private final ConfidentialReader confidential;
    private final ImportIds ids;

    KnownClients(JdbcClient database, StoredJson json, ConfidentialReader confidential, ImportIds ids) {
        this.database = database;
        this.json = json;
        this.confidential = confidential;
        this.ids = ids;
    }

    /** The terms with what the ledger knows; the firm's own map goes before. */
    ImportTerms added(ImportTerms terms) {
        var matters = matters();
        var all = new ArrayList<>(terms.mappings());
        persons().forEach((address, clients) -> {
            var outside = new Address(address, null);
            if (terms.mappings().stream().noneMatch(mapping -> mapping.covers(outside))
                    && !terms.firm().includes(outside)) {
                clients.stream()
                        .filter(client -> !imported(client, outside))
                        .flatMap(client -> matters.getOrDefault(client, Set.of()).stream())
                        .forEach(matter -> whose(outside).forEach(mail -> all.add(new Mapping(mail, "", matter))));
            }
        });
        return terms.mapped(all);
    }

    /** Letters of the address, and of a company's other people, by its domain. */
    private static Stream<String> whose(Address outside) {
        var organisation = MailDomains.organisation(outside.domain());
        return MailDomains.isPublic(outside.domain()) || MailDomains.isPublic(organisation)
                ? Stream.of(outside.address())
                : Stream.of(outside.address(), organisation);
    }

    /** Whether an import made the client: its matters are found again by their ids. */
    private boolean imported(String client, Address outside) {
        return Belonging.keys(outside).map(ids::client).map(ClientId::value).anyMatch(client::equals);
    }

    private Map<String, Set<String>> matters() {
        var matters = new HashMap<String, Set<String>>();
        database.sql("select client_id, matter_id from query.matter where closed_at is null order by since")
                .query((row, n) -> matters.computeIfAbsent(row.getString(1), ignored -> new LinkedHashSet<>())
                        .add(row.getString(2)))
                .list();
        return matters;
    }

    /** Clients by the mail addresses of their persons. */
    private Map<String, Set<String>> persons() {
        var sealed = new LinkedHashMap<ConfidentialText, Set<String>>();
        database.sql("select client_id, addresses from query.contact_person where not erased order by since")
                .query((row, n) -> {
                    var client = row.getString(1);
                    return json.list(row.getString(2), ContactAddress.class).stream()
                            .filter(address -> address.channel() == ChannelKind.MAIL)
                            .map(address -> sealed.computeIfAbsent(address.address(), ignored -> new HashSet<>())
                                    .add(client))
                            .toList();
                })
                .list();
        var persons = new LinkedHashMap<String, Set<String>>();
        confidential
                .openAll(sealed.keySet())
                .forEach((text, address) -> persons.computeIfAbsent(
                                Firm.lower(address), ignored -> new LinkedHashSet<>())
                        .addAll(sealed.getOrDefault(text, Set.of())));
        return persons;
    }
}
