package org.matterledger.launcher.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as people do, to ask for their pages. */
final class Browser {

    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private Browser() {}

    /** Signs in, and tells the cookies by which one is known from then on. */
    static String signedIn(int port, String name, String password) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var page = URI.create("http://127.0.0.1:" + port + "/sign-in");
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var field = FORGERY_TOKEN.matcher(
                    browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                            .body());
            if (!field.find()) {
                throw new IllegalStateException("The page of the sign-in carries no token against forgery");
            }
            var form = "_csrf=" + URLEncoder.encode(field.group(1), UTF_8) + "&name=" + URLEncoder.encode(name, UTF_8)
                    + "&password=" + URLEncoder.encode(password, UTF_8);
            browser.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
        }
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
