package org.matterledger.launcher.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the ledger with a token. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String token;

    Api(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** An answer of the ledger. */
    record Reply(int status, HttpResponse<byte[]> raw) {

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(raw.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        /** The text of a member of the body. */
        String get(String member) {
            return json().path(member).asString();
        }
    }

    /** A new request of the caller's: with a key of its own. */
    Reply post(String path, String body, String... headers) {
        var request = request(path).header("Idempotency-Key", UUID.randomUUID().toString());
        return send(with(request, headers).POST(BodyPublishers.ofString(body)));
    }

    /** A request under a key that the caller chose. */
    Reply postKeyed(String key, String path, String body, String... headers) {
        return send(with(request(path).header("Idempotency-Key", key), headers).POST(BodyPublishers.ofString(body)));
    }

    Reply postPlain(String path, byte[] body, String... headers) {
        return send(with(request(path), headers).POST(BodyPublishers.ofByteArray(body)));
    }

    Reply get(String path, String... headers) {
        return send(with(request(path), headers).GET());
    }

    Reply call(String method, String path, String... headers) {
        return send(with(request(path), headers).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var raw = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(raw.statusCode(), Objects.requireNonNull(raw));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
