package org.matterledger.launcher.mailimport;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matterledger.launcher.mail.Address;
import org.matterledger.values.MatterId;

/** To which client and matter what is written with an address belongs: as the firm maps it, else by its domain. */
final class Belonging {

    private final List<Mapping> mappings;
    private final MatterBy by;
    private final Map<String, PlannedClient> clients = new LinkedHashMap<>();
    private final Map<String, PlannedMatter> matters = new LinkedHashMap<>();

    Belonging(List<Mapping> mappings, MatterBy by) {
        this.mappings = mappings;
        this.by = by;
    }

    /** Whether somebody outside stands behind it at all, and not a name that only the writer's own system knows. */
    static boolean reachable(Address address) {
        return address.domain().contains(".") && !address.domain().endsWith(".");
    }

    /**
     * The matter; empty where the firm maps the address to several.
     *
     * @param thread the root of the letter's thread
     * @param subject of the thread
     */
    Optional<PlannedMatter> matter(Address outside, String thread, String subject) {
        var mapped = mapped(outside);
        if (mapped.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(
                mapped.isEmpty()
                        ? byDomain(outside, thread, subject)
                        : byMapping(mapped.iterator().next()));
    }

    /** Those of all matters so far. */
    List<PlannedMatter> matters() {
        return List.copyOf(matters.values());
    }

    /** The nearest that the firm says: of the address itself, else of its domain. */
    private LinkedHashSet<Mapping> mapped(Address outside) {
        var exact = new LinkedHashSet<Mapping>();
        var wide = new LinkedHashSet<Mapping>();
        for (var mapping : mappings) {
            if (mapping.covers(outside)) {
                var told = new Mapping("", mapping.client(), mapping.matter());
                (mapping.address().contains("@") ? exact : wide).add(told);
            }
        }
        return exact.isEmpty() ? wide : exact;
    }

    private PlannedMatter byMapping(Mapping mapping) {
        if (mapping.ofTheLedger()) {
            return ofTheLedger(new MatterId(mapping.matter()), mapping.client());
        }
        var client = client("named:" + mapping.client(), mapping.client());
        return matter(client, "named:" + mapping.matter(), mapping.matter());
    }

    /** A matter that the ledger has. */
    PlannedMatter ofTheLedger(MatterId id, String client) {
        return matters.computeIfAbsent(
                id.value(), key -> new PlannedMatter(id, new PlannedClient(key, client), key, ""));
    }

    /** The keys under which an import may have made a client of an address. */
    static Stream<String> keys(Address outside) {
        return Stream.of("address:" + outside.address(), "domain:" + MailDomains.organisation(outside.domain()));
    }

    private PlannedMatter byDomain(Address outside, String thread, String subject) {
        var organisation = MailDomains.organisation(outside.domain());
        var person = MailDomains.isPublic(outside.domain()) || MailDomains.isPublic(organisation);
        var client = person
                ? client("address:" + outside.address(), called(outside))
                : client("domain:" + organisation, organisation);
        return switch (by) {
            case CLIENT -> matter(client, "all", "Correspondence with " + client.name());
            case THREAD -> matter(client, "thread:" + thread, subject.isBlank() ? "Without a subject" : subject);
        };
    }

    private static String called(Address outside) {
        var name = outside.name();
        return name == null || name.isBlank() ? outside.address() : name.strip();
    }

    private PlannedClient client(String key, String name) {
        return clients.computeIfAbsent(key, ignored -> new PlannedClient(key, name));
    }

    private PlannedMatter matter(PlannedClient client, String key, String title) {
        return matters.computeIfAbsent(
                client.key() + " " + key, ignored -> new PlannedMatter(null, client, key, title));
    }
}
