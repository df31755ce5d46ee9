package org.matterledger.launcher.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.livingmail.LivingMailSettings;
import org.matterledger.launcher.time.LedgerClock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm in Kyiv whose clock is moved by hand: Olha serves the mill, Petro answers for it. */
final class FollowedFirm implements AutoCloseable {

    /** Monday, eight in the morning in Kyiv. */
    static final Instant MONDAY = Instant.parse("2026-02-09T06:00:00Z");

    /** How long chores pause: who waits for them here does nothing else meanwhile. */
    private static final String BEAT = "ledger.chores.pause";

    private final Path home;
    private final Map<String, Object> settings;
    private final Optional<LivingMailSettings> watched;
    private final DatabaseAccess database;
    private final Deque<LedgerServer> nodes = new ArrayDeque<>();
    private volatile Instant present = MONDAY;
    private volatile boolean broken;
    private final AtomicLong rounds = new AtomicLong();
    final Api integration;
    final String olha;
    final String petro;
    final String client;
    final String marta;
    final String calendar;

    private FollowedFirm(Path home, Map<String, Object> settings, Optional<LivingMailSettings> watched) {
        this.home = home;
        this.settings = settings;
        this.watched = watched;
        this.database = TestDatabase.fresh();
        start();
        integration = new Api(port(), token());
        olha = staff("Olha", "FEE_EARNER");
        petro = staff("Petro", "PARTNER");
        client = integration.post("/clients", "{\"name\": \"Dnipro Mills\"}").get("id");
        marta = integration.post("/clients/" + client + "/contact-persons", """
                        {"name": "Marta", "standing": "PRINCIPAL",
                         "addresses": [{"channel": "MAIL", "address": "marta@mills.example"}]}""").get("id");
        calendar = integration.post("/calendars", week("18:00")).get("id");
    }

    static FollowedFirm open(Path home) {
        return open(home, Map.of());
    }

    /** @param settings the application's, as the command line gives them */
    static FollowedFirm open(Path home, Map<String, Object> settings) {
        return new FollowedFirm(home, settings, Optional.empty());
    }

    /** @param watched mailboxes */
    static FollowedFirm open(Path home, LivingMailSettings watched) {
        return new FollowedFirm(home, Map.of(), Optional.of(watched));
    }

    /** One more node of the same ledger, by the same clock. */
    LedgerServer start() {
        LedgerClock clock = () -> {
            if (Thread.currentThread().getName().startsWith("ledger-chores")) {
                rounds.incrementAndGet();
                if (broken) {
                    throw new IllegalStateException("planted");
                }
            }
            return present;
        };
        var node = LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        database,
                        new Secrets(home.resolve("secrets"))),
                context -> prepare(context, clock));
        nodes.push(node);
        return node;
    }

    private void prepare(ConfigurableApplicationContext context, LedgerClock clock) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("beat", Map.of(BEAT, "30ms")));
        context.getBeanFactory().registerSingleton("movedClock", clock);
        watched.ifPresent(mail -> context.getBeanFactory().registerSingleton("livingMailSettings", mail));
    }

    /** Stops every node; the database stays. */
    void stop() {
        while (!nodes.isEmpty()) {
            nodes.pop().close();
        }
    }

    LedgerServer node() {
        return nodes.getFirst();
    }

    int port() {
        return node().port();
    }

    JdbcClient rows() {
        return node().bean(JdbcClient.class);
    }

    /** Moves the clock to a local time in Kyiv's winter. */
    void at(String localTime) {
        present = Instant.parse(localTime + ":00+02:00");
    }

    Instant now() {
        return present;
    }

    /** How many rounds of chores were begun, on all nodes together. */
    long rounds() {
        return rounds.get();
    }

    /** Lets every chore fail, or no longer. */
    void breakDown(boolean now) {
        broken = now;
    }

    private String token() {
        return node().bean(Access.class)
                .createIntegrationToken("case-management", OnBehalf.ANYBODY, "tests", null)
                .token();
    }

    private String staff(String name, String role) {
        return integration
                .post("/staff", "{\"name\": \"%s\", \"roles\": [\"%s\"]}".formatted(name, role))
                .get("id");
    }

    String week(String closes) {
        var day = "[{\"opens\": \"09:00\", \"closes\": \"%s\"}]".formatted(closes);
        return """
                {"name": "Kyiv office", "zone": "Europe/Kyiv", "week": {"MONDAY": %1$s, "TUESDAY": %1$s,
                 "WEDNESDAY": %1$s, "THURSDAY": %1$s, "FRIDAY": %1$s}}""".formatted(day);
    }

    /** The id of a new matter. */
    String matter() {
        return matter(calendar);
    }

    String matter(String hours) {
        return integration
                .post("/matters", """
                        {"client": "%s", "title": "Supply contract", "contactPerson": "%s", "responsible": "%s",
                         "accountablePartner": "%s", "calendar": "%s"}""".formatted(client, marta, olha, petro, hours))
                .get("id");
    }

    /** Marta writes now. */
    Api.Reply write(String matter) {
        return integration.post("/matters/" + matter + "/messages", """
                        {"from": "%s", "channel": "MAIL", "occurredAt": "%s"}""".formatted(marta, present));
    }

    /** Olha tells her where the matter stands. */
    Api.Reply update(String matter) {
        return integration.post("/matters/" + matter + "/updates", """
                        {"kind": "PROGRESS", "channel": "MAIL", "to": ["%s"], "summary": "It moved"}""".formatted(marta), "On-Behalf-Of", olha);
    }

    /** The stored events of a kind in a matter, each as the instant at which it took effect. */
    List<String> recorded(String matter, String type) {
        return rows().sql("""
                        select payload::jsonb ->> 'occurredAt' from ledger.event
                         where stream = :matter and type = :type order by sequence""")
                .param("matter", matter)
                .param("type", type)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        stop();
    }
}
