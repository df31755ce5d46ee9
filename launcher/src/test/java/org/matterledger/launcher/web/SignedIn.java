package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Somebody who signed in at a browser without any script. */
final class SignedIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    SignedIn(int port, String name, String password) {
        this.port = port;
        var field = CSRF.matcher(page("/sign-in").body());
        if (!field.find()) {
            throw new IllegalStateException("The page carries no CSRF token");
        }
        var form = "_csrf=%s&name=%s&password=%s".formatted(encoded(field.group(1)), encoded(name), encoded(password));
        send(HttpRequest.newBuilder(uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    static SignedIn partner(SampleFirm firm) {
        return new SignedIn(firm.server.port(), firm.partnerName, firm.password);
    }

    HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
