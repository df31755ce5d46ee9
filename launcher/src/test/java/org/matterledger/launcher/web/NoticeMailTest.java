package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.notices.ScriptedSmtp;

/** The post of a running ledger: what arrives, once, when, and what becomes of what does not. */
class NoticeMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OLHA = OpenPost.OLHA;
    private static final String OVERDUE = OLHA + " Overdue: answer the client";

    /** Each test has a matter of its own in the same firm; the last ones start nodes and stop them. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class A_notice {

        private final MailRoom office = MailRoom.open();
        private OpenPost post;

        @BeforeAll
        void opens(@TempDir Path home) {
            post = OpenPost.of(home, office.settings());
        }

        @AfterAll
        void closes() {
            post.close();
            office.close();
        }

        @BeforeEach
        void has_no_mail_yet() {
            office.empty();
        }

        @Test
        @Order(1)
        void S_24_of_silence_reaches_holder_and_partner_by_mail() {
            post.address(post.firm().petro, "petro@firm.example");
            post.firm().at("2026-03-05T11:00");
            var matter = post.firm().matter();
            post.firm().update(matter);
            for (var time : List.of("2026-03-17T18:00", "2026-03-19T18:00", "2026-03-20T18:00")) {
                post.firm().at(time);
                await().atMost(PATIENCE).until(() -> post.states(matter).contains("WAITING"));
                post.firm().at(opening(time));
                await().atMost(PATIENCE).until(() -> !post.states(matter).contains("WAITING"));
            }
            assertThat(office.told())
                    .containsExactly(
                            OLHA + " Due soon: let the client hear from us",
                            OLHA + " Overdue: let the client hear from us",
                            "petro@firm.example Overdue with Olha: let the client hear from us");
        }

        @Test
        @Order(2)
        void arrives_at_opening_and_says_who_waits_since_when_and_what_is_to_be_done_without_any_name_of_the_clients() {
            var matter = post.unanswered();
            post.severalRounds();
            assertThat(office.told()).isEmpty();
            post.firm().at("2026-02-11T09:00");
            post.awaitStates(matter, "SENT");
            assertThat(office.told()).containsExactly(OVERDUE);
            assertThat(MailRoom.text(office.letters().getFirst()))
                    .startsWith("A client waits for an answer since Tue 10 Feb 2026, 14:10.\n")
                    .contains(
                            "To do:    Answer the client\n",
                            "Whose:    yours\n",
                            "Due:      Tue 10 Feb 2026, 18:00, overdue by 15 hours\n",
                            "Rule:     working day of the message, calendar Kyiv office\n",
                            "https://ledger.firm.example/desk/matters/" + matter + "#obligation-",
                            "Europe/Kyiv")
                    .doesNotContain("Supply contract", "Dnipro", "Marta");
        }

        @Test
        @Order(3)
        void is_not_sent_again_while_the_saga_reads_the_record_anew() {
            var matter = post.unanswered();
            post.firm().at("2026-02-11T09:00");
            post.awaitStates(matter, "SENT");
            var sagas = sagas(post);
            var follower = post.firm()
                    .node()
                    .bean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("follow-up", StreamingEventProcessor.class)
                    .orElseThrow();
            follower.shutDown();
            post.firm().rows().sql("delete from command.saga").update();
            post.firm().rows().sql("delete from command.saga_association").update();
            post.firm()
                    .rows()
                    .sql("delete from command.token where processor_name = 'follow-up'")
                    .update();
            follower.start();
            await().atMost(PATIENCE).until(() -> sagas(post) == sagas);
            post.severalRounds();
            assertThat(office.told()).containsExactly(OVERDUE);
        }

        private static long sagas(OpenPost post) {
            return post.firm()
                    .rows()
                    .sql("select count(*) from command.saga")
                    .query(Long.class)
                    .single();
        }

        @Test
        @Order(4)
        void is_sent_once_by_two_nodes_that_send_at_once() {
            post.firm().start();
            post.firm().at("2026-02-10T14:10");
            var matters =
                    IntStream.range(0, 12).mapToObj(i -> post.firm().matter()).toList();
            matters.forEach(post.firm()::write);
            post.firm().at("2026-02-10T18:00");
            matters.forEach(matter -> post.awaitStates(matter, "WAITING"));
            post.firm().at("2026-02-11T09:00");
            matters.forEach(matter -> post.awaitStates(matter, "SENT"));
            post.severalRounds();
            assertThat(office.told()).hasSize(matters.size());
        }

        @Test
        @Order(5)
        void is_sent_once_over_restarts_of_the_ledger() {
            var matter = post.unanswered();
            post.firm().stop();
            post.firm().start();
            post.firm().at("2026-02-11T09:00");
            post.awaitStates(matter, "SENT");
            post.firm().stop();
            post.firm().start();
            post.severalRounds();
            assertThat(office.told()).containsExactly(OVERDUE);
        }

        private static String opening(String evening) {
            return Map.of(
                            "2026-03-17T18:00", "2026-03-18T09:00",
                            "2026-03-19T18:00", "2026-03-20T09:00",
                            "2026-03-20T18:00", "2026-03-23T09:00")
                    .getOrDefault(evening, evening);
        }
    }

    @Nested
    class What_could_not_be_delivered {

        @TempDir
        private Path home = Path.of("");

        @Test
        void goes_out_once_the_mail_server_is_back() {
            var office = MailRoom.open();
            var port = office.port();
            try (var post = OpenPost.of(home, office.settings())) {
                var matter = post.unanswered();
                office.close();
                post.firm().at("2026-02-11T09:00");
                await().atMost(PATIENCE).until(() -> post.failure(matter).contains("the mail server can't be used"));
                try (var back = MailRoom.open(port)) {
                    post.firm().at("2026-02-11T09:01");
                    post.awaitStates(matter, "SENT");
                    assertThat(back.told()).containsExactly(OVERDUE);
                }
            }
        }

        @Test
        void for_want_of_an_address_is_an_alarm_until_there_is_one() {
            try (var office = MailRoom.open();
                    var post = OpenPost.withoutAddress(home, office.settings())) {
                var matter = post.unanswered();
                for (var time : List.of("2026-02-11T09:00", "2026-02-11T09:01", "2026-02-11T09:03")) {
                    assertThat(post.firm().integration.get("/health").status()).isEqualTo(200);
                    var attempts = post.attempts(matter);
                    post.firm().at(time);
                    await().atMost(PATIENCE).until(() -> post.attempts(matter) > attempts);
                }
                assertThat(post.failure(matter)).isEqualTo("no mail address is known");
                assertThat(post.firm().integration.get("/health").status()).isEqualTo(503);
                assertThat(post.firm()
                                .integration
                                .get("/running")
                                .json()
                                .path("undelivered")
                                .asLong())
                        .isEqualTo(1);
                post.address(post.firm().olha, OLHA);
                post.firm().at("2026-02-11T09:10");
                post.awaitStates(matter, "SENT");
                assertThat(post.firm().integration.get("/health").status()).isEqualTo(200);
            }
        }

        @Test
        void since_the_server_refuses_the_address_is_an_alarm_until_another_is_given() {
            try (var office = new ScriptedSmtp(null);
                    var post = OpenPost.of(home, MailRoom.settings(office.port()))) {
                office.answering(said -> said.toLowerCase(Locale.ROOT).startsWith("rcpt to:<" + OLHA)
                        ? "550 5.1.1 nobody here"
                        : "250 fine");
                var matter = post.unanswered();
                post.firm().at("2026-02-11T09:00");
                post.awaitStates(matter, "REFUSED");
                assertThat(post.firm().integration.get("/health").status()).isEqualTo(503);
                var notice = post.firm()
                        .integration
                        .get("/notices")
                        .json()
                        .path("items")
                        .get(0);
                assertThat(notice.path("state").asString()).isEqualTo("REFUSED");
                assertThat(notice.path("reason").asString())
                        .isEqualTo("the mail server refuses it: 550 5.1.1 nobody here");
                post.severalRounds();
                assertThat(office.letters()).isEmpty();
                post.address(post.firm().olha, "olha.new@firm.example");
                post.awaitStates(matter, "SENT");
                assertThat(office.letters()).singleElement().asString().contains("To: olha.new@firm.example");
                assertThat(post.firm().integration.get("/health").status()).isEqualTo(200);
            }
        }

        @Test
        void for_certain_is_sent_again_under_the_same_name() {
            try (var office = new ScriptedSmtp(null);
                    var post = OpenPost.of(home, MailRoom.settings(office.port()))) {
                office.answering(said -> said.equals(".") && office.letters().size() < 2 ? "" : "250 fine");
                var matter = post.unanswered();
                post.firm().at("2026-02-11T09:00");
                await().atMost(PATIENCE).until(() -> post.attempts(matter) == 1);
                post.firm().at("2026-02-11T09:01");
                post.awaitStates(matter, "SENT");
                assertThat(office.letters()).hasSize(2);
                assertThat(office.letters().stream()
                                .map(NoticeMailTest::messageId)
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_ledger_without_a_mail_server_sends_nothing_and_says_so(@TempDir Path home) {
        try (var post = OpenPost.of(home, Map.of())) {
            var matter = post.unanswered();
            post.firm().at("2026-02-11T09:00");
            post.severalRounds();
            assertThat(post.states(matter)).containsExactly("WAITING");
            assertThat(post.firm().integration.get("/health").status()).isEqualTo(200);
            assertThat(post.firm().integration.get("/notices").text())
                    .contains("not sent: no mail server is configured");
        }
    }

    private static String messageId(String letter) {
        return letter.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
