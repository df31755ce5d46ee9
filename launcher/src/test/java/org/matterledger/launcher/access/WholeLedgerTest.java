package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.StreamReader;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.vault.Vault;
import org.matterledger.values.StaffRole;
import org.springframework.context.ConfigurableApplicationContext;

/** The ways in, around the ledger as it is started for service. */
class WholeLedgerTest {

    @TempDir
    static Path home;

    private static final AtomicReference<ConfigurableApplicationContext> CONTEXT = new AtomicReference<>();
    private static LedgerServer server;

    @BeforeAll
    static void start() {
        server = LedgerServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        ServerSettings.Role.ALL,
                        ServerSettings.Store.POSTGRESQL,
                        TestDatabase.fresh(),
                        new Secrets(home.resolve("secrets"))),
                CONTEXT::set);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nobody_gets_more_than_health_and_the_sign_in() {
        assertThat(Set.of("GET /health", "GET /sign-in"))
                .containsAll(OpenEndpoints.of(Objects.requireNonNull(CONTEXT.get()), new Browser(server.port())));
    }

    @Test
    void a_user_who_is_added_works_here_from_then_on_and_can_be_erased() {
        var user = server.bean(Access.class).addUser("Anna Nowak", Set.of(StaffRole.PARTNER), null);
        var stream = user.staffId().value();
        var events = server.bean(StreamReader.class).read(Set.of(stream));
        var registered =
                (StaffRegistered) events.getOrDefault(stream, List.of()).getFirst();
        var vault = server.bean(Vault.class);
        assertThat(registered.roles()).containsExactly(StaffRole.PARTNER);
        assertThat(vault.open(registered.name())).contains("Anna Nowak");
        vault.erase(user.staffId().value());
        assertThat(vault.open(registered.name())).isEmpty();
    }
}
