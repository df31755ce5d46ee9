package org.matterledger.events;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one registry between stored names and event classes, read from the sealed interfaces themselves. */
public final class EventTypes {

    private final Map<String, Class<? extends LedgerEvent>> classes;

    private EventTypes(Map<String, Class<? extends LedgerEvent>> classes) {
        this.classes = classes;
    }

    /** Every event that the ledger knows. */
    public static EventTypes all() {
        Map<String, Class<? extends LedgerEvent>> classes = new LinkedHashMap<>();
        records(LedgerEvent.class).forEach(event -> {
            var twin = classes.put(of(event).name(), event);
            if (twin != null) {
                throw new IllegalStateException(event.getName() + " and " + twin.getName() + " share a stored name");
            }
        });
        return new EventTypes(Collections.unmodifiableMap(classes));
    }

    /** The class stored under a name; empty for a name that this version of the ledger doesn't know. */
    public Optional<Class<? extends LedgerEvent>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** Every event's class, in the order in which the sealed interfaces name them. */
    public Collection<Class<? extends LedgerEvent>> classes() {
        return classes.values();
    }

    /** The stored name and revision of an event's class. */
    public static EventType of(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getName() + " has no @EventType");
        }
        return type;
    }

    private static Stream<Class<? extends LedgerEvent>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type.asSubclass(LedgerEvent.class));
    }
}
