package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.launcher.access.Identity;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many requests in one body. An item is what a request of its own would be, sent to the path without {@code /batch}, with
 * its key as a member: repeated alone it meets the answer that it got here.
 */
final class BatchPart implements RequestPart {

    static final int LARGEST = 500;

    private static final String ITEMS = "items";
    private static final String SUFFIX = "/batch";

    private final Binder binder;
    private final CallerPart callers;
    private final Problems problems;

    BatchPart(Binder binder, CallerPart callers, Problems problems) {
        this.binder = binder;
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    public boolean reads(MethodParameter parameter) {
        return parameter.getParameterType() == Batch.class;
    }

    @Override
    public @Nullable Object read(MethodParameter parameter, HttpServletRequest request, Faults faults) {
        var before = faults.count();
        var identity = callers.identity(request, faults);
        if (request.getHeader(CallerHeaders.EXPECTED) != null) {
            faults.add("header " + CallerHeaders.EXPECTED, "has no meaning for a batch");
        }
        var items = items(Body.of(request, faults).tree(), faults);
        if (items == null || faults.count() > before) {
            return null;
        }
        var path = request.getServletPath();
        var type = ((ParameterizedType) parameter.getGenericParameterType()).getActualTypeArguments()[0];
        return new Items<>((Class<?>) type, items, identity, path.substring(0, path.length() - SUFFIX.length()));
    }

    private static @Nullable JsonNode items(@Nullable JsonNode tree, Faults faults) {
        if (tree == null) {
            return null;
        }
        tree.propertyNames().stream()
                .filter(name -> !name.equals(ITEMS))
                .forEach(name -> faults.add("/" + name, "is not known here"));
        var items = tree.get(ITEMS);
        if (items == null || !items.isArray() || items.isEmpty() || items.size() > LARGEST) {
            faults.add("/" + ITEMS, "must be an array of 1 to " + LARGEST + " items");
            return null;
        }
        return items;
    }

    private final class Items<T> implements Batch<T> {

        private final Class<T> type;
        private final JsonNode items;
        private final Identity identity;
        private final String path;

        Items(Class<T> type, JsonNode items, Identity identity, String path) {
            this.type = type;
            this.items = items;
            this.identity = identity;
            this.path = path;
        }

        @Override
        public ResponseEntity<BatchAnswer> each(BiFunction<Caller, T, ResponseEntity<Answer>> send) {
            List<BatchAnswer.Item> answers = new ArrayList<>();
            items.forEach(item -> answers.add(answered(item, send)));
            return ResponseEntity.ok(new BatchAnswer(answers));
        }

        private BatchAnswer.Item answered(JsonNode item, BiFunction<Caller, T, ResponseEntity<Answer>> send) {
            try {
                var faults = new Faults();
                var key = key(item, faults);
                var single =
                        item instanceof ObjectNode object ? object.deepCopy().without("key") : item;
                var body = type.cast(binder.bind(single, type, "", faults));
                faults.throwIfAny();
                var answer = send.apply(callers.caller(identity, path, key, null, single), body);
                var location = answer.getHeaders().getLocation();
                return new BatchAnswer.Item(
                        answer.getStatusCode().value(),
                        location == null ? null : location.toString(),
                        answer.getBody(),
                        null);
            } catch (RuntimeException e) {
                var problem = problems.of(e).getBody();
                return new BatchAnswer.Item(problem.getStatus(), null, null, problem);
            }
        }

        private static @Nullable String key(JsonNode item, Faults faults) {
            var key = item.get("key");
            if (key == null || key.isNull()) {
                if (!CallerPart.hasSource(item)) {
                    faults.add("/key", "is missing, and there is no “source” that could stand for it");
                }
                return null;
            }
            if (!key.isString()) {
                faults.add("/key", "must be text");
                return null;
            }
            return CallerHeaders.goodKey(key.stringValue(), "/key", faults) ? key.stringValue() : null;
        }
    }
}
