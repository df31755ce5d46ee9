package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.values.StaffRole;

/** The two sides as processes of their own over one database. */
class RolesTest {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    static Path home;

    private static LedgerServer commandNode;
    private static LedgerServer queryNode;
    private static Api command;
    private static Api query;
    private static String staff = "";

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        commandNode = node(ServerSettings.Role.COMMAND, database);
        queryNode = node(ServerSettings.Role.QUERY, database);
        var access = commandNode.bean(Access.class);
        staff = access.addUser("Anna Nowak", Set.of(StaffRole.ADMINISTRATOR, StaffRole.PARTNER), PASSWORD)
                .staffId()
                .value();
        var token = access.createUserToken("Anna Nowak", "tests", null).token();
        command = new Api(commandNode.port(), token);
        query = new Api(queryNode.port(), token);
    }

    private static LedgerServer node(ServerSettings.Role role, DatabaseAccess database) {
        return LedgerServer.start(new ServerSettings(
                "127.0.0.1", 0, role, ServerSettings.Store.POSTGRESQL, database, new Secrets(home.resolve("secrets"))));
    }

    @AfterAll
    static void stop() {
        queryNode.close();
        commandNode.close();
    }

    @Test
    void what_the_command_side_recorded_the_query_side_shows() {
        var written = command.post("/clients", "{\"name\": \"Baltic Timber\"}");
        assertThat(written.status()).isEqualTo(201);

        var read = query.get(written.header("Location"), "Ledger-Min-Position", written.header("Ledger-Position"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.get("name")).isEqualTo("Baltic Timber");
    }

    @Test
    void where_no_forms_are_served_no_page_leads_to_one_and_the_frame_says_so() throws Exception {
        var desk = Desk.at(queryNode.port(), "Anna Nowak", PASSWORD);
        var matter = openedMatter();
        assertThat(desk.page("/desk" + matter.path() + "?shown=" + matter.position())
                        .body())
                .contains("What is owed, and until when", "Let the client hear from us", "Only for looking")
                .doesNotContain("/write", "/entries/", "/desk/inbox");
        assertThat(desk.page("/desk").body())
                .contains("Let the client hear from us")
                .doesNotContain("/write");
        assertThat(desk.page("/desk/silence").body()).contains("Lease").doesNotContain("/write");
        assertThat(desk.page("/desk/nowhere").body()).contains("Only for looking");
    }

    private record Opened(String path, String position) {}

    private static Opened openedMatter() {
        var client = command.post("/clients", "{\"name\": \"Baltic Timber\"}").get("id");
        var person =
                command.post("/clients/" + client + "/contact-persons", """
                        {"name": "Jan Kowalski", "standing": "PRINCIPAL",
                         "addresses": [{"channel": "MAIL", "address": "jan@baltic.example"}]}""").get("id");
        var calendar = command.post("/calendars", """
                        {"name": "Warsaw", "zone": "Europe/Warsaw",
                         "week": {"MONDAY": [{"opens": "09:00", "closes": "18:00"}]}}""").get("id");
        var matter = command.post("/matters", """
                {"client": "%s", "title": "Lease", "contactPerson": "%s", "responsible": "%s",
                 "accountablePartner": "%s", "calendar": "%s"}""".formatted(client, person, staff, staff, calendar));
        return new Opened(matter.header("Location"), matter.header("Ledger-Position"));
    }

    @Test
    void the_query_side_takes_no_commands() {
        assertThat(query.post("/clients", "{\"name\": \"Baltic Timber\"}").status())
                .isIn(404, 405);
    }

    @Test
    void the_command_side_shows_no_views() {
        assertThat(command.get("/clients").status()).isIn(404, 405);
    }
}
