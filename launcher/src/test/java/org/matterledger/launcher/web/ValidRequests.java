package org.matterledger.launcher.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A well-formed request for each operation that the API's description has, made from the description alone. */
final class ValidRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode description;
    private final Map<String, String> ids;

    /** @param ids of things that there are, by the name that parameters and members have for them */
    ValidRequests(JsonNode description, Map<String, String> ids) {
        this.description = description;
        this.ids = ids;
    }

    /**
     * @param path with ids in place
     * @param template as the description has it
     * @param body an empty object where the operation takes none
     */
    record Valid(String method, String path, String template, ObjectNode body) {

        boolean writes() {
            return method.equals("post");
        }

        boolean batch() {
            return template.endsWith("/batch");
        }
    }

    List<Valid> all() {
        List<Valid> all = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> takesJson(operation.getValue().path("requestBody")))
                        .forEach(operation -> all.add(new Valid(
                                operation.getKey(),
                                filled(path.getKey()),
                                path.getKey(),
                                body(operation.getValue().path("requestBody"))))));
        return all;
    }

    /** A message's file is no JSON: see {@link MatchTest}. */
    private static boolean takesJson(JsonNode requestBody) {
        return requestBody.isMissingNode() || requestBody.path("content").has("application/json");
    }

    private String filled(String template) {
        var path = template;
        for (var id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private ObjectNode body(JsonNode requestBody) {
        var schema = requestBody.path("content").path("application/json").path("schema");
        return schema.isMissingNode() ? NODES.objectNode() : (ObjectNode) value("", schema);
    }

    private JsonNode value(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            return value(name, description.at(schema.path("$ref").asString().substring(1)));
        }
        if (ids.containsKey(name) && !schema.path("format").asString("").equals("date-time")) {
            return NODES.stringNode(ids.get(name));
        }
        if (schema.has("example")) {
            var example = schema.path("example");
            return example.isString() && schema.path("type").asString().equals("object")
                    ? JsonMapper.shared().readTree(example.asString())
                    : example;
        }
        return switch (schema.path("type").asString()) {
            case "object" -> object(schema);
            case "array" -> NODES.arrayNode().add(value(singular(name), schema.path("items")));
            case "boolean" -> NODES.booleanNode(false);
            default -> text(schema);
        };
    }

    private static String singular(String name) {
        return name.equals("to") ? "person" : name;
    }

    private ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        schema.path("properties")
                .properties()
                .forEach(member -> object.set(member.getKey(), value(member.getKey(), member.getValue())));
        return object;
    }

    private static JsonNode text(JsonNode schema) {
        return NODES.stringNode(Stream.of(schema)
                .map(described -> described.has("enum")
                        ? described.path("enum").path(0).asString()
                        : switch (described.path("format").asString("")) {
                            case "date-time" -> "2026-03-20T15:00:00Z";
                            case "date" -> "2099-03-20";
                            default -> "a".repeat(64);
                        })
                .findFirst()
                .orElseThrow());
    }
}
