package org.matterledger.launcher.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a body as JSON and takes nothing on trust: bytes that are no UTF-8, members given twice, text that PostgreSQL
 * can't keep and nesting without end are faults, each with its place.
 */
final class StrictJson {

    private static final int DEPTH = 16;
    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 200;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_LENGTH)
                            .maxNameLength(NAME_LENGTH)
                            .build())
                    .build())
            .build();
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    /** The tree; nothing where the bytes are no JSON text at all. */
    @Nullable
    JsonNode read(byte[] body, Faults faults) {
        if (!isUtf8(body)) {
            faults.add("", "is not UTF-8");
            return null;
        }
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() == null) {
                faults.add("", "is empty; a JSON object is expected");
                return null;
            }
            var tree = tree(parser, "", faults);
            if (parser.nextToken() != null) {
                faults.add("", "goes on after the end of its JSON value");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            faults.add(
                    "",
                    "nests deeper than %d levels, or has a name or number longer than %d or %d characters"
                            .formatted(DEPTH, NAME_LENGTH, NUMBER_LENGTH));
            return null;
        } catch (JacksonException e) {
            var place = e.getLocation();
            faults.add(
                    "",
                    place == null
                            ? "is not JSON"
                            : "is not JSON at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
            return null;
        }
    }

    private JsonNode tree(JsonParser parser, String at, Faults faults) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, at, faults);
            case START_ARRAY -> array(parser, at, faults);
            case VALUE_STRING -> nodes.stringNode(Text.checked(parser.getString(), at, faults));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private JsonNode object(JsonParser parser, String at, Faults faults) {
        var object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = Text.checked(parser.currentName(), at, faults);
            var place = at + "/" + name.replace("~", "~0").replace("/", "~1");
            parser.nextToken();
            if (object.has(name)) {
                faults.add(place, "is given twice");
            }
            object.set(name, tree(parser, place, faults));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String at, Faults faults) {
        var array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(tree(parser, at + "/" + array.size(), faults));
        }
        return array;
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
