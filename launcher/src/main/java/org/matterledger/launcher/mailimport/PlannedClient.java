package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client as the letters show it, with everybody who wrote or was written to there. */
final class PlannedClient {

    /**
     * @param first the instant of the first letter from or to the person
     * @param letters how many there are
     */
    record Person(String address, String name, Instant first, int letters) {

        private Person and(@Nullable String called) {
            return new Person(address, name.equals(address) && called != null ? called : name, first, letters + 1);
        }
    }

    private final String key;
    private final String name;
    private final Map<String, Person> persons = new LinkedHashMap<>();

    PlannedClient(String key, String name) {
        this.key = key;
        this.name = name;
    }

    /** What makes it the same client in every import. */
    String key() {
        return key;
    }

    String name() {
        return name;
    }

    /** In the order in which letters first show them. */
    Collection<Person> persons() {
        return persons.values();
    }

    /** Letters are shown in the order of time. */
    void seen(String address, @Nullable String called, Instant at) {
        var known = persons.get(address);
        var fresh = new Person(address, called == null || called.isBlank() ? address : called.strip(), at, 1);
        persons.put(address, known == null ? fresh : known.and(called));
    }

    Instant first() {
        return persons.values().iterator().next().first();
    }

    /** With whom there are most letters: who speaks for the client, until the firm says who does. */
    Optional<Person> principal() {
        return persons.values().stream()
                .max(Comparator.comparingInt(Person::letters).thenComparing(Person::first, Comparator.reverseOrder()));
    }
}
