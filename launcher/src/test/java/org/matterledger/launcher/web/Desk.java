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

/** A user at a browser, signed in, without any script. */
final class Desk {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    private Desk(int port) {
        this.port = port;
    }

    static Desk of(SampleFirm firm) throws IOException, InterruptedException {
        return at(firm.server.port(), firm.partnerName, firm.password);
    }

    /** Anybody else, at any node. */
    static Desk at(int port, String name, String password) throws IOException, InterruptedException {
        var desk = new Desk(port);
        var field = CSRF.matcher(desk.page("/sign-in").body());
        if (!field.find()) {
            throw new IllegalStateException("The page carries no CSRF token");
        }
        var form = "_csrf=%s&name=%s&password=%s".formatted(encoded(field.group(1)), encoded(name), encoded(password));
        desk.browser.send(
                HttpRequest.newBuilder(desk.uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        return desk;
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form of a page as a browser does, with the page's token. */
    HttpResponse<String> submit(String path, String form) throws IOException, InterruptedException {
        return submitFrom(path, path, form);
    }

    /** The same with the token of another page. */
    HttpResponse<String> submitFrom(String page, String path, String form) throws IOException, InterruptedException {
        var field = CSRF.matcher(page(page).body());
        if (!field.find()) {
            throw new IllegalStateException("The page carries no CSRF token");
        }
        return submitBare(path, form + "&_csrf=" + encoded(field.group(1)));
    }

    /** The same as another site's page would, without the token. */
    HttpResponse<String> submitBare(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(path.replaceFirst("\\?.*", "")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
