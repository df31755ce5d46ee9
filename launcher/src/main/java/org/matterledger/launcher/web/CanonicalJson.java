package org.matterledger.launcher.web;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Bytes that are equal for bodies that mean the same, whatever their white space, the order of their members and the
 * spelling of their numbers. They are only ever hashed, so they need no reader.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static byte[] bytes(JsonNode tree) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(tree, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode node, DataOutputStream out) throws IOException {
        if (node.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            out.writeByte('{');
            out.writeInt(members.size());
            for (var member : members.entrySet()) {
                text('k', member.getKey(), out);
                write(member.getValue(), out);
            }
        } else if (node.isArray()) {
            out.writeByte('[');
            out.writeInt(node.size());
            for (var item : node) {
                write(item, out);
            }
        } else if (node.isNumber()) {
            text('n', node.decimalValue().stripTrailingZeros().toString(), out);
        } else if (node.isString()) {
            text('s', node.stringValue(), out);
        } else {
            text('w', node.toString(), out);
        }
    }

    private static void text(char kind, String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
