package org.matterledger.launcher.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.ConfidentialRule;
import org.matterledger.command.Refused;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.ConfidentialText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest {

    private static final String ANNA = "person-anna";
    private static final String BORIS = "person-boris";

    @TempDir
    Path secrets;

    private SampleVault ledger;
    private Vault here;
    private Vault there;

    @BeforeEach
    void two_nodes_of_one_ledger() {
        ledger = SampleVault.in(secrets, TestDatabase.fresh());
        here = ledger.node();
        there = ledger.node();
    }

    @Nested
    class Sealing {

        @Test
        void is_opened_by_every_node() {
            var text = here.seal(ANNA, "Łucja Żółć, 12 Main Street");
            assertThat(there.open(text)).contains("Łucja Żółć, 12 Main Street");
            assertThat(new String(Base64.getDecoder().decode(text.ciphertext()), StandardCharsets.UTF_8))
                    .doesNotContain("Main");
        }

        @Test
        void of_the_same_text_is_the_same_only_for_the_same_person() {
            assertThat(there.seal(ANNA, "hello")).isEqualTo(here.seal(ANNA, "hello"));
            assertThat(here.seal(BORIS, "hello").ciphertext())
                    .isNotEqualTo(here.seal(ANNA, "hello").ciphertext());
        }

        @Test
        void for_the_first_time_on_two_nodes_at_once_makes_one_key() throws Exception {
            for (int round = 0; round < 20; round++) {
                String subject = "person-" + round;
                var sealed = atOnce(8, at -> (at % 2 == 0 ? here : there).seal(subject, "text " + at));
                assertThat(sealed)
                        .extracting(ConfidentialText::key)
                        .containsOnly(sealed.getFirst().key());
                assertThat(ledger.node().openAll(sealed)).hasSize(8);
            }
        }

        @Test
        void keeps_its_key_though_the_transaction_around_it_is_rolled_back() {
            var around = new TransactionTemplate(new DataSourceTransactionManager(ledger.database()));
            var text = around.execute(transaction -> {
                transaction.setRollbackOnly();
                return here.seal(ANNA, "hello");
            });
            assertThat(there.open(Objects.requireNonNull(text))).contains("hello");
        }
    }

    @Nested
    class Sealed_text {

        @Test
        void that_was_tampered_with_is_not_opened() {
            var text = here.seal(ANNA, "pay 100");
            byte[] bytes = Base64.getDecoder().decode(text.ciphertext());
            for (int at = 0; at < bytes.length; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                var tampered = new ConfidentialText(
                        ANNA, text.key(), Base64.getEncoder().encodeToString(changed));
                assertThatThrownBy(() -> here.open(tampered)).isInstanceOf(SealBroken.class);
            }
        }

        @Test
        void that_was_moved_to_another_person_is_not_opened() {
            var text = here.seal(ANNA, "hello");
            var boris = here.seal(BORIS, "hello");
            var moved = new ConfidentialText(BORIS, boris.key(), text.ciphertext());
            assertThatThrownBy(() -> here.open(moved)).isInstanceOf(SealBroken.class);
        }

        @Test
        void that_was_moved_together_with_its_key_is_not_opened() {
            var text = here.seal(ANNA, "hello");
            sql(
                    "insert into command.person_key select 'person-eve', key_id, wrapped, created_at from command.person_key");
            var moved = new ConfidentialText("person-eve", text.key(), text.ciphertext());
            assertThatThrownBy(() -> there.open(moved)).isInstanceOf(SealBroken.class);
        }

        @Test
        void under_a_key_that_is_missing_without_an_erasure_is_not_called_erased() {
            var lost = new ConfidentialText("person-lost", "0011223344556677", "AAAA");
            assertThatThrownBy(() -> here.open(lost))
                    .isInstanceOf(SealBroken.class)
                    .hasMessageContaining("missing");
        }
    }

    @Nested
    class Erasing {

        @Test
        void makes_every_text_of_that_person_read_as_erased_and_no_other() {
            var name = here.seal(ANNA, "Anna");
            var address = there.seal(ANNA, "anna@example.org");
            var other = here.seal(BORIS, "Boris");
            here.erase(ANNA);
            for (Vault node : List.of(here, there, ledger.node())) {
                assertThat(node.openAll(List.of(name, address, other))).isEqualTo(Map.of(other, "Boris"));
                assertThat(node.open(name)).isEmpty();
                assertThat(node.shown(name)).isEqualTo("[erased]");
            }
        }

        @Test
        void is_noticed_at_once_by_a_node_that_remembers_the_key() {
            var text = here.seal(ANNA, "Anna");
            assertThat(there.open(text)).contains("Anna");
            here.erase(ANNA);
            assertThat(there.open(text)).isEmpty();
        }

        @Test
        void refuses_new_text_on_every_node() {
            there.seal(ANNA, "Anna");
            here.erase(ANNA);
            for (Vault node : List.of(here, there)) {
                var refused = catchThrowableOfType(Refused.class, () -> node.seal(ANNA, "Anna again"));
                assertThat(refused.rule()).isEqualTo(ConfidentialRule.PERSON_ERASED.name());
            }
        }

        @Test
        void leaves_no_key_behind_and_is_done_once() {
            here.seal(ANNA, "Anna");
            here.erase(ANNA);
            here.erase(ANNA);
            there.erase(ANNA);
            assertThat(sqlCount("select count(*) from command.person_key where wrapped is not null"))
                    .isZero();
            assertThat(sqlCount("select erasures from command.erasure_count")).isOne();
            assertThat(secrets.resolve("erasures")).hasContent(SampleVault.CLOCK.instant() + " " + ANNA + "\n");
        }

        @Test
        void of_someone_who_never_had_a_key_is_remembered_too() {
            here.erase(ANNA);
            assertThatThrownBy(() -> there.seal(ANNA, "Anna")).isInstanceOf(Refused.class);
        }

        @Test
        void while_others_seal_for_the_first_time_ends_erased() throws Exception {
            for (int round = 0; round < 20; round++) {
                String subject = "person-" + round;
                var texts = new ArrayList<ConfidentialText>();
                atOnce(4, at -> {
                    if (at == 0) {
                        here.erase(subject);
                        return at;
                    }
                    try {
                        var text = there.seal(subject, "text " + at);
                        synchronized (texts) {
                            texts.add(text);
                        }
                    } catch (Refused erasedBefore) {
                        assertThat(erasedBefore.rule()).isEqualTo(ConfidentialRule.PERSON_ERASED.name());
                    }
                    return at;
                });
                assertThat(there.openAll(texts)).isEmpty();
            }
        }
    }

    @Nested
    class The_register {

        @Test
        void erases_again_what_an_older_backup_brought_back() throws Exception {
            var text = here.seal(ANNA, "Anna");
            var backup = JdbcClient.create(ledger.database())
                    .sql("select wrapped from command.person_key where subject = ?")
                    .param(ANNA)
                    .query(byte[].class)
                    .single();
            here.erase(ANNA);
            JdbcClient.create(ledger.database())
                    .sql("update command.person_key set wrapped = ?, erased_at = null where subject = ?")
                    .params(backup, ANNA)
                    .update();
            assertThat(ledger.node().open(text)).contains("Anna");
            var restored = ledger.node();
            assertThat(restored.repeatErasures(secrets.resolve("erasures"))).isOne();
            assertThat(restored.open(text)).isEmpty();
            assertThat(restored.repeatErasures(secrets.resolve("erasures"))).isZero();
        }

        @Test
        void finishes_at_the_next_start_what_broke_off_before_the_key_was_gone() {
            var text = here.seal(ANNA, "Anna");
            new ErasureRegister(secrets.resolve("erasures")).append(ANNA, SampleVault.CLOCK.instant());
            var restarted = ledger.node();
            restarted.reconcile();
            assertThat(restarted.open(text)).isEmpty();
        }

        /** Opened texts are remembered; the key that opened them is not enough to show them, it must hold now. */
        @Test
        void takes_back_what_was_opened_before_on_every_node() {
            var name = here.seal(ANNA, "Anna Kowalska");
            var other = here.seal(BORIS, "Boris");
            for (var node : List.of(here, there)) {
                assertThat(node.openAll(List.of(name, other))).hasSize(2);
                assertThat(node.openAll(List.of(name, other))).hasSize(2);
            }
            here.erase(ANNA);
            for (var node : List.of(here, there)) {
                assertThat(node.openAll(List.of(name, other))).containsExactly(Map.entry(other, "Boris"));
            }
        }

        @Test
        void learns_what_another_node_erased() throws Exception {
            here.erase(ANNA);
            Files.delete(secrets.resolve("erasures"));
            there.reconcile();
            assertThat(Files.readString(secrets.resolve("erasures"))).contains(ANNA);
        }

        @Test
        void forgets_a_line_that_broke_off_and_goes_on_behind_it() throws Exception {
            here.erase(ANNA);
            Files.writeString(secrets.resolve("erasures"), "2026-03-02T09:0", StandardOpenOption.APPEND);
            here.erase(BORIS);
            assertThat(new ErasureRegister(secrets.resolve("erasures")).read()).containsOnlyKeys(ANNA, BORIS);
        }

        @Test
        void that_was_damaged_is_not_read_as_less() throws Exception {
            here.erase(ANNA);
            Files.writeString(secrets.resolve("erasures"), "nonsense\n");
            assertThatThrownBy(() -> here.repeatErasures(secrets.resolve("erasures")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private interface Turn<T> {
        T at(int number);
    }

    private static <T> List<T> atOnce(int callers, Turn<T> turn) throws Exception {
        var barrier = new CyclicBarrier(callers);
        var calls = new ArrayList<Callable<T>>();
        for (int at = 0; at < callers; at++) {
            int number = at;
            calls.add(() -> {
                barrier.await();
                return turn.at(number);
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private void sql(String statement) {
        JdbcClient.create(ledger.database()).sql(statement).update();
    }

    private long sqlCount(String query) {
        return JdbcClient.create(ledger.database()).sql(query).query(Long.class).single();
    }
}
