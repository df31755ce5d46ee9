package org.matterledger.launcher.web;

import java.nio.file.Path;
import java.util.Set;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.values.StaffRole;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A firm with a running ledger, one partner, a client with a contact person, a calendar, and an integration. */
final class SampleFirm implements AutoCloseable {

    final LedgerServer server;
    final Api integration;
    final Api partner;
    final String partnerName = "Anna Nowak";
    final String password = "correct horse battery staple";
    final String partnerId;
    final String client;
    final String person;
    final String calendar;

    private SampleFirm(LedgerServer server) {
        this.server = server;
        var access = server.bean(Access.class);
        var user = access.addUser(
                partnerName, Set.of(StaffRole.PARTNER, StaffRole.ADMINISTRATOR, StaffRole.REVIEWER), password);
        partnerId = user.staffId().value();
        partner = new Api(
                server.port(),
                access.createUserToken(partnerName, "tests", null).token());
        integration = new Api(
                server.port(),
                access.createIntegrationToken("case-management", OnBehalf.ANYBODY, "tests", null)
                        .token());
        client = integration.post("/clients", "{\"name\": \"Baltic Timber\"}").get("id");
        person =
                integration.post("/clients/" + client + "/contact-persons", """
                        {"name": "Jan Kowalski", "standing": "PRINCIPAL",
                         "addresses": [{"channel": "MAIL", "address": "jan@baltic.example"}]}""").get("id");
        calendar = integration.post("/calendars", """
                        {"name": "Warsaw office", "zone": "Europe/Warsaw",
                         "week": {"MONDAY": [{"opens": "00:00", "closes": "00:00"}]}}""").get("id");
    }

    @SafeVarargs
    static SampleFirm open(Path home, ApplicationContextInitializer<ConfigurableApplicationContext>... more) {
        return new SampleFirm(LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        TestDatabase.fresh(),
                        new Secrets(home.resolve("secrets"))),
                more));
    }

    /** The path of a new matter. */
    String matter() {
        return integration.post("/matters", matterBody("Supply contract")).header("Location");
    }

    String matterBody(String title) {
        return """
                {"client": "%s", "title": "%s", "contactPerson": "%s", "responsible": "%s",
                 "accountablePartner": "%s", "calendar": "%s"}""".formatted(client, title, person, partnerId, partnerId, calendar);
    }

    String updateBody(String summary) {
        return """
                {"kind": "PROGRESS", "channel": "MAIL", "to": ["%s"], "summary": "%s"}""".formatted(person, summary);
    }

    String messageBody(String subject) {
        return """
                {"from": "%s", "channel": "MAIL", "subject": "%s", "occurredAt": "2026-03-20T15:00:00Z"}""".formatted(person, subject);
    }

    @Override
    public void close() {
        server.close();
    }
}
