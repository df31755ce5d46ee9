package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.MatterId;

/** Simulated time is only for matters that nobody told of otherwise. */
class LivingMatterTest {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private Imported ledger;
    private MatterId matter = new MatterId("matter-none");

    @BeforeEach
    void is_imported() {
        ledger = new Imported(TestDatabase.fresh(), home);
        ledger.run(new SampleMail(folder.resolve("first"))
                .holds(mail("m1", MARTA, OLHA, "2024-03-04T09:00:00Z"))
                .folder());
        matter = new MatterId(ledger.database()
                .sql("select matter_id from command.mail_import_matter")
                .query(String.class)
                .single());
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    private List<String> noted(String type) {
        return ledger.database()
                .sql("select noted_at::text || ' ' || payload::text || ' ' || metadata::text from ledger.event"
                        + " where stream = :matter and type = :type order by sequence")
                .param("matter", matter.value())
                .param("type", type)
                .query(String.class)
                .list();
    }

    private void lives() {
        ledger.bean(CommandPort.class)
                .send(
                        new Caller("ledger", null, Set.of(), null, "", null, "live", null),
                        MatterCommands.letTimePass(matter));
    }

    private Path second() {
        return new SampleMail(folder.resolve("second"))
                .holds(mail("m2", OLHA, MARTA, "2024-03-04T11:00:00Z").answering("m1"))
                .folder();
    }

    private static Duration ago(String noted) {
        var instant = Instant.parse(noted.substring(0, 10) + "T" + noted.substring(11, 19) + "Z");
        return Duration.between(instant, Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    @Test
    void what_is_imported_into_a_matter_that_lives_is_known_now_and_late() {
        lives();
        ledger.run(second());
        assertThat(noted("message.sent")).singleElement().satisfies(sent -> {
            assertThat(ago(sent)).isLessThan(Duration.ofHours(1));
            assertThat(sent).contains("RECORDED_TOO_LATE", "\"import\"").doesNotContain("importedAt");
        });
    }

    @Test
    void what_is_imported_into_an_imported_matter_stays_in_its_time() {
        ledger.run(second());
        assertThat(noted("message.sent"))
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .startsWith("2024-03-04")
                        .contains("importedAt")
                        .doesNotContain("RECORDED_TOO_LATE"));
    }

    @Test
    void a_matter_that_lives_stays_alive_when_a_node_remembers_nothing() {
        lives();
        ledger.close();
        ledger = new Imported(ledger.access(), home);
        ledger.run(second());
        assertThat(noted("message.sent")).noneMatch(sent -> sent.contains("importedAt"));
        assertThat(noted("message.sent"))
                .singleElement()
                .satisfies(sent -> assertThat(ago(sent)).isLessThan(Duration.ofHours(1)));
    }

    @Test
    void letters_are_told_to_the_matter_that_the_firm_names() throws IOException {
        lives();
        var map = Files.writeString(
                folder.resolve("map.csv"), "address,client,matter\nNew@Other.example,," + matter + "\n");
        var letters = new SampleMail(folder.resolve("third"))
                .holds(mail("m3", "New <new@other.example>", OLHA, "2025-01-07T09:00:00Z"))
                .folder();
        ledger.run(letters, ImportTerms.of(List.of("firm.example"), List.of(), null, MatterBy.CLIENT, map, null, null));
        assertThat(noted("message.received"))
                .hasSize(2)
                .last()
                .satisfies(told ->
                        assertThat(told).contains("2025-01-07T09:00:00Z").doesNotContain("SENDER_NOT_NAMED"));
    }
}
