package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.Refused;
import org.matterledger.command.client.ClientPort;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.RecordPlace;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.store.Views;
import org.matterledger.query.Positions;
import org.matterledger.values.ClientId;
import org.matterledger.values.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact person wants to be forgotten: from then on nobody reads a word about that person, and all views still stand. */
class ErasureTest {

    private static final String NAME = "Olga Zima";
    private static final List<String> WORDS = List.of(NAME, "555 01 02", "My question", "Our answer");

    @TempDir
    static Path home;

    private static SampleFirm firm;
    private static Desk desk;

    private String person = "";
    private String matter = "";

    @BeforeAll
    static void open() throws Exception {
        firm = SampleFirm.open(home);
        desk = Desk.of(firm);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    @BeforeEach
    void somebody_speaks_for_the_client_and_is_spoken_to() throws Exception {
        person = firm.partner
                .post("/clients/" + firm.client + "/contact-persons", """
                        {"name": "%s", "standing": "OTHER",
                         "addresses": [{"channel": "PHONE", "address": "+48 22 555 01 02"}]}""".formatted(NAME))
                .get("id");
        matter = firm.partner
                .post("/matters", firm.matterBody("Lease").replace(firm.person, person))
                .header("Location");
        firm.partner.post(matter + "/messages", firm.messageBody("My question").replace(firm.person, person));
        firm.partner.post(matter + "/updates", firm.updateBody("Our answer").replace(firm.person, person));
        shown();
        assertThat(everything()).contains(WORDS);
    }

    @Test
    void over_http_is_recorded_and_destroys_the_key() throws Exception {
        assertThat(firm.partner.post(personPath() + "/erasure", "{}").status()).isEqualTo(201);
        isForgotten();
        assertThat(firm.partner.post(personPath() + "/erasure", "{}").status()).isEqualTo(200);
        assertThat(recorded()).isEqualTo(1);
    }

    @Nested
    class From_the_command_line {

        private LedgerConsole console() {
            return LedgerConsole.open(
                    new RecordPlace(null, RecordPlace.USUAL_AXON_SERVER),
                    firm.server.bean(DatabaseAccess.class),
                    new Secrets(home.resolve("secrets")));
        }

        @Test
        void beside_a_running_server_is_recorded_and_destroys_the_key() throws Exception {
            try (var console = console()) {
                console.bean(ClientPort.class).erase(new ClientId(firm.client), new PersonId(person));
                console.bean(ClientPort.class).erase(new ClientId(firm.client), new PersonId(person));
            }
            isForgotten();
        }

        @Test
        void of_a_person_whom_the_client_never_named_is_refused_and_destroys_nothing() throws Exception {
            var other = firm.partner.post("/clients", "{\"name\": \"Another\"}").get("id");
            try (var console = console()) {
                assertThatThrownBy(
                                () -> console.bean(ClientPort.class).erase(new ClientId(other), new PersonId(person)))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("Only a contact person of the client");
            }
            assertThat(recorded()).isZero();
            assertThat(keyIsDestroyed()).isFalse();
            assertThat(everything()).contains(WORDS);
        }
    }

    private void isForgotten() throws Exception {
        assertThat(recorded()).isEqualTo(1);
        assertThat(keyIsDestroyed()).isTrue();
        readsAsErased();
        var before = ViewRows.of(db());
        var views = firm.server.bean(Views.class);
        views.progress().keySet().forEach(views::rebuild);
        shown();
        assertThat(ViewRows.of(db())).isNotEmpty().containsExactlyElementsOf(before);
        readsAsErased();
    }

    private void readsAsErased() throws Exception {
        shown();
        assertThat(everything()).doesNotContain(WORDS);
        assertThat(firm.partner.get(personPath()).text()).contains("[erased]");
        assertThat(firm.partner.get(matter + "/timeline").text()).contains("[erased]");
        assertThat(desk.page("/desk" + matter).body()).contains("[erased] wrote by mail", "to [erased]");
        assertThat(firm.partner.get("/clients/" + firm.client).text()).contains("Baltic Timber");
    }

    /** All that the firm's people and programs read about the person. */
    private String everything() throws Exception {
        return firm.partner.get("/clients/" + firm.client).text()
                + firm.partner.get(personPath()).text()
                + firm.partner.get(matter).text()
                + firm.partner.get(matter + "/timeline").text()
                + desk.page("/desk" + matter).body();
    }

    private String personPath() {
        return "/clients/" + firm.client + "/contact-persons/" + person;
    }

    private long recorded() {
        return db().sql("""
                        select count(*) from ledger.event where type = 'client.contact-person-erased'
                        and payload::jsonb ->> 'personId' = :person""").param("person", person).query(Long.class).single();
    }

    private boolean keyIsDestroyed() {
        return db().sql(
                        "select wrapped is null and erased_at is not null from command.person_key where subject = :person")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private static void shown() {
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    private static JdbcClient db() {
        return firm.server.bean(JdbcClient.class);
    }
}
