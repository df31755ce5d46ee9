package org.matterledger.launcher.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.time.LedgerClock;
import tools.jackson.databind.JsonNode;

/**
 * Makes records of JSON and goes on after each fault, so that the caller hears of all of them at once. The limits are those
 * that the API's description names: both are read from the same annotations.
 */
final class Binder {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final LedgerClock clock;

    Binder(LedgerClock clock) {
        this.clock = clock;
    }

    /** The record; nothing where a fault was found. */
    @Nullable
    Object bind(JsonNode tree, Class<?> type, String at, Faults faults) {
        if (!tree.isObject()) {
            faults.add(at, "must be an object");
            return null;
        }
        var before = faults.count();
        var members = Member.of(type);
        var values = members.stream()
                .map(member -> member(tree.get(member.name()), member, at, faults))
                .toArray();
        var known = members.stream().map(Member::name).collect(Collectors.toSet());
        tree.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(at + "/" + name, "is not known here"));
        return faults.count() > before ? null : Records.construct(type, values, at, faults);
    }

    private @Nullable Object member(@Nullable JsonNode node, Member member, String parent, Faults faults) {
        var at = parent + "/" + member.name();
        if (node == null || node.isNull()) {
            if (!member.optional()) {
                faults.add(at, "is missing");
            }
            return null;
        }
        var value = value(node, member.type(), at, faults, member.limits());
        if (value instanceof Instant instant
                && member.reported()
                && instant.isAfter(clock.now().plus(CLOCKS_DIFFER))) {
            faults.add(at, "lies in the future");
        }
        return value;
    }

    private static @Nullable Object text(JsonNode node, String at, Faults faults, Limits limits) {
        if (limits.length() < 0) {
            throw new IllegalStateException("Nothing describes how long the text at " + at + " may be");
        }
        var text = node.stringValue();
        if (text.isBlank()) {
            faults.add(at, "is blank");
        }
        if (text.length() > limits.length()) {
            faults.add(at, "is longer than " + limits.length() + " characters");
        }
        return text;
    }

    private @Nullable Object value(JsonNode node, Type type, String at, Faults faults, Limits limits) {
        if (type instanceof ParameterizedType generic) {
            return collection(node, generic, at, faults, limits);
        }
        var form = (Class<?>) type;
        if (form == Boolean.class || form == boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : fault(at, "must be true or false", faults);
        }
        if (form == Integer.class || form == int.class) {
            return wholeNumber(node, at, faults);
        }
        if (form != String.class && !Scalars.written(form)) {
            return bind(node, form, at, faults);
        }
        if (!node.isString()) {
            return fault(at, "must be text", faults);
        }
        return form == String.class
                ? text(node, at, faults, limits)
                : Scalars.parsed(node.stringValue(), form, at, faults);
    }

    private @Nullable Object collection(
            JsonNode node, ParameterizedType type, String at, Faults faults, Limits limits) {
        if (node.size() > limits.items()) {
            return fault(at, "has more than " + limits.items() + " items", faults);
        }
        if (node.size() < limits.fewest()) {
            return fault(at, "has fewer than " + limits.fewest() + " items", faults);
        }
        if (type.getRawType() == Map.class) {
            return node.isObject() ? map(node, type, at, faults) : fault(at, "must be an object", faults);
        }
        if (!node.isArray()) {
            return fault(at, "must be an array", faults);
        }
        List<@Nullable Object> values = new ArrayList<>();
        var items = new Limits(limits.length(), 0, Limits.INNER.items());
        for (int i = 0; i < node.size(); i++) {
            values.add(value(node.get(i), type.getActualTypeArguments()[0], at + "/" + i, faults, items));
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private Map<@Nullable Object, @Nullable Object> map(
            JsonNode node, ParameterizedType type, String at, Faults faults) {
        Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            var place = at + "/" + member.getKey();
            values.put(
                    key(member.getKey(), (Class<?>) type.getActualTypeArguments()[0], place, faults),
                    value(member.getValue(), type.getActualTypeArguments()[1], place, faults, Limits.INNER));
        });
        return values;
    }

    /** The tree holds every number as a decimal. */
    private static @Nullable Object wholeNumber(JsonNode node, String at, Faults faults) {
        try {
            return node.isNumber()
                    ? (Object) node.decimalValue().intValueExact()
                    : fault(at, "must be a whole number", faults);
        } catch (ArithmeticException e) {
            return fault(at, "must be a whole number of at most " + Integer.MAX_VALUE, faults);
        }
    }

    private static @Nullable Object key(String text, Class<?> type, String at, Faults faults) {
        return type == String.class ? text : Scalars.parsed(text, type, at, faults);
    }

    private static @Nullable Object fault(String at, String problem, Faults faults) {
        faults.add(at, problem);
        return null;
    }
}
