package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.launcher.web.ValidRequests.Valid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Breaks well-formed requests, each in one way; the same seed breaks them in the same ways. */
final class BadRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Stands for half a surrogate pair, which no encoder of Java's would write. */
    private static final String HALF = "<half>";

    private BadRequests() {}

    /**
     * A request that must be refused.
     *
     * @param at what the answer must name; empty where only the whole is at fault
     */
    record Bad(String method, String path, byte[] body, List<String> headers, String how, String at) {

        Reply sendTo(Api api) {
            var given = new ArrayList<>(List.of("Idempotency-Key", "bad-" + how.hashCode()));
            given.addAll(headers);
            var all = given.toArray(String[]::new);
            return method.equals("get") ? api.get(path, all) : api.postPlain(path, body, all);
        }

        @Override
        public String toString() {
            return "%s %s, %s: %s".formatted(method, path, how, new String(body, 0, Math.min(200, body.length), UTF_8));
        }
    }

    static Bad read(Valid valid, Random random) {
        var ways = new ArrayList<Bad>();
        var view = !valid.template().equals("/running");
        for (var position : !view || valid.template().equals("/inbox")
                ? List.<String>of()
                : List.of("-1", "abc", "99999999999999999999", "999999999999", "")) {
            ways.add(bad(
                    valid,
                    valid.path(),
                    "min position " + position,
                    "Ledger-Min-Position",
                    "Ledger-Min-Position",
                    position));
        }
        ways.add(bad(valid, valid.path(), "accept", "", "Accept", "image/png"));
        ways.add(bad(valid, valid.path() + "/nowhere/at/all", "unknown path", ""));
        if (valid.template().contains("/as-of")) {
            for (var instant : List.of("x", "2026-03-18", "2026-03-18T10:00", "%00", "-1")) {
                ways.add(bad(valid, valid.path() + "?at=" + instant, "instant " + instant, "query at"));
            }
        } else if (view && !valid.template().endsWith("}")) {
            for (var limit : List.of("0", "201", "-5", "x", "99999999999", "%00", "1.5")) {
                ways.add(bad(valid, valid.path() + "?limit=" + limit, "limit " + limit, "query limit"));
            }
            for (var cursor : List.of("", "x", ".", "..", "%F0%28", "AAAA.BBBB", "a".repeat(3000), "%00")) {
                ways.add(bad(valid, valid.path() + "?cursor=" + cursor, "cursor " + cursor, "query cursor"));
            }
        }
        if (valid.template().equals("/mail-imports/{mailImport}")) {
            for (var what : List.of("silenceLimit=0", "silenceLimit=x", "cutOff=25:00", "calendar=none")) {
                var name = what.substring(0, what.indexOf('='));
                ways.add(bad(valid, valid.path() + "?" + what, "what if " + what, "query " + name));
            }
        }
        if (List.of("/staff", "/clients", "/matters").contains(valid.template())) {
            for (var source : List.of("x", "/1", "cms/", "%20/1")) {
                ways.add(bad(valid, valid.path() + "?source=" + source, "source " + source, "query source"));
            }
        }
        if (valid.template().contains("{")) {
            for (var id :
                    List.of("x", "matter-", "%00", "..%5c..", "matter-" + "z".repeat(300), "matter-%E2%82", "'--")) {
                ways.add(bad(valid, unknown(valid, id), "id " + id, ""));
            }
        }
        return ways.get(random.nextInt(ways.size()));
    }

    static Bad write(Valid valid, Random random) {
        var text = valid.body().toString();
        var members = List.copyOf(valid.body().propertyNames());
        if (members.isEmpty() || random.nextInt(3) == 0) {
            return whole(valid, text, random);
        }
        var name = members.get(random.nextInt(members.size()));
        var body = valid.body().deepCopy();
        var at = valid.batch() ? "items" : "/" + name;
        switch (random.nextInt(8)) {
            case 0 -> body.set(name, number(valid, name) ? NODES.stringNode("7") : NODES.numberNode(7));
            case 1 -> body.set(name, valid.batch() ? NODES.arrayNode() : nested());
            case 2 -> body.set(name, NODES.stringNode("a\u0000b"));
            case 3 -> body.set(name, NODES.stringNode("z".repeat(5000)));
            case 4 -> body.set(name, NODES.stringNode(" "));
            case 5 -> body.set(name, NODES.stringNode(HALF));
            case 6 -> body.set(name, number(valid, name) ? NODES.numberNode(1.5) : impossible(name, random));
            default -> {
                return duplicated(valid, text, name);
            }
        }
        var broken = body.toString().replace(HALF, "\\ud800");
        return written(valid, valid.path(), broken.getBytes(UTF_8), "broken " + name, at);
    }

    private static boolean number(Valid valid, String name) {
        return valid.body().path(name).isNumber();
    }

    private static JsonNode nested() {
        return NODES.arrayNode().add(NODES.arrayNode().add(NODES.objectNode()));
    }

    /** A time that no honest clock shows, for members that are times; for others just a wrong type. */
    private static JsonNode impossible(String name, Random random) {
        var times =
                List.of("2999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "2026-02-30");
        return List.of("occurredAt", "nextContactBy").contains(name)
                ? NODES.stringNode(times.get(random.nextInt(times.size())))
                : NODES.numberNode(-1);
    }

    /** A member twice; read leniently, one of them would be lost in silence. */
    private static Bad duplicated(Valid valid, String text, String name) {
        var twice = text.substring(0, text.length() - 1) + ",\"" + name + "\":null}";
        return written(valid, valid.path(), twice.getBytes(UTF_8), "duplicated " + name, "/" + name);
    }

    private static Bad whole(Valid valid, String text, Random random) {
        var path = valid.path();
        var bytes = text.getBytes(UTF_8);
        var open = text.substring(0, text.length() - 1);
        var comma = valid.body().isEmpty() ? "" : ",";
        return switch (random.nextInt(17)) {
            case 0 -> written(valid, path, new byte[0], "empty", "");
            case 1 -> written(valid, path, open.getBytes(UTF_8), "cut off", "");
            case 2 -> written(valid, path, (text + "{}").getBytes(UTF_8), "two values", "");
            case 3 -> written(valid, path, "[]".getBytes(UTF_8), "an array", "");
            case 4 -> written(valid, path, "null".getBytes(UTF_8), "null", "");
            case 5 -> {
                var invalid = (open + comma + "\"x\":\"?\"}").getBytes(UTF_8);
                invalid[invalid.length - 3] = (byte) 0xfe;
                yield written(valid, path, invalid, "invalid UTF-8", "");
            }
            case 6 ->
                written(valid, path, ("{\"x\":".repeat(3000) + "1" + "}".repeat(3000)).getBytes(UTF_8), "deep", "");
            case 7 -> written(valid, path, (open + comma + "\"typo\":1}").getBytes(UTF_8), "unknown member", "/typo");
            case 8 -> {
                var size = valid.batch() ? Body.BATCH_LIMIT : Body.LIMIT;
                yield written(valid, path, (open + " ".repeat(size) + "}").getBytes(UTF_8), "too large", "");
            }
            case 9 -> written(valid, path, (open + comma + "\"n\":1e999999999}").getBytes(UTF_8), "huge number", "/n");
            case 10 -> {
                var noise = new byte[200];
                random.nextBytes(noise);
                yield written(valid, path, noise, "noise", "");
            }
            case 11 -> header(valid, bytes, "If-Match", "4");
            case 12 -> header(valid, bytes, "On-Behalf-Of", "nobody");
            case 13 -> header(valid, bytes, "Content-Type", "text/plain");
            case 14 ->
                valid.batch()
                        ? header(valid, bytes, "If-Match", "\"1\"")
                        : header(valid, bytes, "Idempotency-Key", "k".repeat(201));
            case 15 -> written(valid, path + "/nowhere", bytes, "unknown path", "");
            default -> header(valid, bytes, "Accept", "image/png");
        };
    }

    private static Bad header(Valid valid, byte[] body, String name, String value) {
        var at = List.of("Content-Type", "Accept").contains(name) ? "" : name;
        return new Bad(valid.method(), valid.path(), body, List.of(name, value), "header " + name, at);
    }

    private static Bad written(Valid valid, String path, byte[] body, String how, String at) {
        return new Bad(valid.method(), path, body, List.of(), how, at);
    }

    private static Bad bad(Valid valid, String path, String how, String at, String... headers) {
        return new Bad(valid.method(), path, new byte[0], List.of(headers), how, at);
    }

    /** The path with another id in place of its first one. */
    private static String unknown(Valid valid, String id) {
        var parts = valid.path().split("/", -1);
        parts[2] = id;
        return String.join("/", parts);
    }
}
