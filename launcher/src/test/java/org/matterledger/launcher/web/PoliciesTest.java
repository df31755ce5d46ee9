package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.policy.PolicyPort;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.ServerSettings.Role;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.web.Api.Reply;
import org.matterledger.query.Positions;
import org.matterledger.values.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers by which the firm measures itself, from the ledger's first start on. */
class PoliciesTest {

    private static final String PACK = """
            {"silenceLimit": %s, "replyCutOff": "CLOSE", "lateEntryWindow": 2, "longestPromise": 30,
             "escalatingRePromise": 2, "noticeLead": 1, "obligations": {"DELAY_NOTICE": "WARN"}, "rules": {%s},
             "ladders": {"KEEP_INFORMED": [{"level": "WARNING", "workingDays": %s}]}}""";

    @TempDir
    static Path home;

    private static SampleFirm firm;

    @BeforeAll
    static void open() {
        firm = SampleFirm.open(home);
    }

    @AfterAll
    static void close() {
        firm.close();
    }

    private static Reply publish(Api api, String policy, String pack) {
        return api.post("/policies/" + policy + "/versions", pack);
    }

    private static int limit(Reply version) {
        return version.json().path("pack").path("silenceLimit").asInt();
    }

    @Nested
    class A_firm {

        @Test
        void has_the_default_that_came_with_the_ledger() {
            var head = Long.toString(firm.server.bean(Positions.class).head());
            var found = firm.partner.get("/policies/policy-default", "Ledger-Min-Position", head);
            assertThat(found.status()).isEqualTo(200);
            assertThat(limit(found)).isEqualTo(14);
            assertThat(found.json().path("edition").asInt()).isEqualTo(1);
            assertThat(firm.partner.get("/policies").text()).contains("policy-default");
        }

        @Test
        void publishes_packs_of_its_own() {
            var first = publish(firm.partner, "policy-loyal", PACK.formatted("7", "", "-2"));
            var again = publish(firm.partner, "policy-loyal", PACK.formatted("7.0", "", "-2"));
            var next = publish(firm.integration, "policy-loyal", PACK.formatted("10", "", "-2"));
            assertThat(List.of(first.status(), again.status(), next.status())).containsExactly(201, 200, 201);
            assertThat(next.header("Location")).isEqualTo("/policies/policy-loyal/versions/2");
            var position = next.header("Ledger-Position");
            assertThat(limit(firm.partner.get(first.header("Location"), "Ledger-Min-Position", position)))
                    .isEqualTo(7);
            var newest = firm.partner.get("/policies/policy-loyal");
            assertThat(limit(newest)).isEqualTo(10);
            assertThat(newest.text())
                    .contains("\"replyCutOff\":\"CLOSE\"", "\"DELAY_NOTICE\":\"WARN\"")
                    .doesNotContain("edition");
            var versions = firm.partner.get("/policies/policy-loyal/versions");
            assertThat(versions.json().path("items").size()).isEqualTo(2);
            assertThat(firm.partner.get("/policies/policy-none").status()).isEqualTo(404);
        }

        @Test
        void hears_by_which_rule_nonsense_is_refused() {
            assertThat(refusal(PACK.formatted("0", "", "-2"))).endsWith(":SILENCE_ALWAYS_HAS_A_LIMIT");
            assertThat(refusal(PACK.formatted("14", "", "0"))).endsWith(":WARNING_COMES_BEFORE_THE_DUE_TIME");
            assertThat(refusal(PACK.formatted("14", "\"NO_SUCH_RULE\": \"OFF\"", "-2")))
                    .endsWith(":ONLY_SWITCHABLE_RULES_ARE_SWITCHED");
            assertThat(firm.partner.get("/policies/policy-odd").status()).isEqualTo(404);
        }

        @Test
        void gives_whole_numbers() {
            for (var number : List.of("1.5", "\"14\"", "99999999999", "1e999999999", "true", "null")) {
                var reply = publish(firm.partner, "policy-odd", PACK.formatted(number, "", "-2"));
                assertThat(reply.status()).as(number).isEqualTo(400);
                assertThat(reply.text()).as(number).contains("/silenceLimit");
            }
        }

        @Test
        void lets_only_administrators_and_integrations_publish() {
            var access = firm.server.bean(Access.class);
            access.addUser("Ewa Lis", Set.of(StaffRole.PARTNER), null);
            var token = access.createUserToken("Ewa Lis", "tests", null).token();
            var reply = publish(new Api(firm.server.port(), token), "policy-mine", PACK.formatted("14", "", "-2"));
            assertThat(reply.status()).isEqualTo(403);
        }

        private String refusal(String pack) {
            var refused = publish(firm.partner, "policy-odd", pack);
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            return refused.get("type");
        }
    }

    @Nested
    class Starting {

        private final DatabaseAccess database = TestDatabase.fresh();

        @Test
        void two_nodes_at_once_load_the_default_once() throws Exception {
            try (var threads = Executors.newFixedThreadPool(2)) {
                Callable<LedgerServer> node = () -> start(Role.COMMAND);
                for (var started : threads.invokeAll(List.of(node, node))) {
                    started.get().close();
                }
            }
            try (var server = start(Role.QUERY)) {
                assertThat(published(server)).isEqualTo(1);
            }
        }

        @Test
        void again_leaves_what_the_firm_published_itself() {
            try (var server = start(Role.ALL)) {
                var token = server.bean(Access.class).createIntegrationToken("tests", OnBehalf.NOBODY, "tests", null);
                var api = new Api(server.port(), token.token());
                var own = publish(api, "policy-default", PACK.formatted("21", "", "-2"));
                assertThat(own.header("Location")).isEqualTo("/policies/policy-default/versions/2");
            }
            try (var server = start(Role.COMMAND)) {
                server.bean(PolicyPort.class).loadDefault();
                assertThat(published(server)).isEqualTo(2);
            }
        }

        @Test
        void a_node_of_the_query_side_loads_nothing() {
            try (var server = start(Role.QUERY)) {
                assertThat(published(server)).isZero();
            }
        }

        private LedgerServer start(Role role) {
            return LedgerServer.start(new ServerSettings(
                    "127.0.0.1",
                    0,
                    role,
                    ServerSettings.Store.POSTGRESQL,
                    database,
                    new Secrets(home.resolve("others"))));
        }

        private static int published(LedgerServer server) {
            return server.bean(JdbcClient.class)
                    .sql("select count(*) from ledger.event where type = 'policy.version-published'")
                    .query(Integer.class)
                    .single();
        }
    }
}
