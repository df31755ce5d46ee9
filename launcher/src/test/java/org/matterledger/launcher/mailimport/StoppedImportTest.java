package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.mailimport.SampleMail.ANNA;
import static org.matterledger.launcher.mailimport.SampleMail.MARTA;
import static org.matterledger.launcher.mailimport.SampleMail.OLHA;
import static org.matterledger.launcher.mailimport.SampleMail.PETRO;
import static org.matterledger.launcher.mailimport.SampleMail.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;

/** An import that is stopped in the middle and started again comes to the record of one that ran through. */
class StoppedImportTest {

    private static final int LETTERS = 240;

    @TempDir
    Path secrets;

    @TempDir
    Path folder;

    private List<String> ranThrough = List.of();

    @BeforeEach
    void runs_through_elsewhere() {
        var mail = new SampleMail(folder);
        for (var i = 0; i < LETTERS; i++) {
            var at = Instant.parse("2024-01-08T08:00:00Z")
                    .plusSeconds(9L * 3600 * i)
                    .toString();
            var topic = "t" + i % 12;
            var letter = switch (i % 4) {
                case 0 -> mail("i" + i, MARTA, OLHA, at);
                case 1 -> mail("i" + i, OLHA, MARTA + ", " + ANNA, at);
                case 2 -> mail("i" + i, ANNA, PETRO, at);
                default -> mail("i" + i, PETRO, ANNA, at);
            };
            mail.holds(letter.answering(topic).saying("Letter of topic " + i % 7));
        }
        try (var ledger = new Imported(TestDatabase.fresh(), secrets)) {
            ledger.run(folder);
            ranThrough = ledger.record();
        }
    }

    @Test
    void by_a_signal() {
        var database = TestDatabase.fresh();
        try (var ledger = new Imported(database, secrets)) {
            assertThatThrownBy(() -> ledger.run(folder, Imported.terms(), stopping(Thread.currentThread())))
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(ledger.record()).isNotEmpty().isNotEqualTo(ranThrough);
        }
        assertGoesOn(database);
    }

    private static Progress stopping(Thread thread) {
        return new Progress() {

            private long letters;

            @Override
            public void step(String what, long of) {
                letters = what.equals("letters") ? of / 3 : Long.MAX_VALUE;
            }

            @Override
            public synchronized void done(long more) {
                letters -= more;
                if (letters == 0) {
                    thread.interrupt();
                }
            }

            @Override
            public void end() {}
        };
    }

    @Test
    void by_kill_9() throws IOException, InterruptedException {
        var database = TestDatabase.fresh();
        var process = inAnotherProcess(database);
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("in the middle");
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertGoesOn(database);
    }

    private Process inAnotherProcess(DatabaseAccess database) throws IOException {
        var arguments = Files.createTempFile(folder.getParent(), "arguments", "");
        Files.writeString(arguments, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "@" + arguments,
                ImportToBeKilled.class.getName()));
        command.addAll(List.of(
                database.url(),
                database.application(),
                database.applicationPassword(),
                secrets.toString(),
                folder.toString(),
                Integer.toString(LETTERS / 3)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void assertGoesOn(DatabaseAccess database) {
        try (var ledger = new Imported(database, secrets)) {
            assertThat(ledger.record()).isNotEqualTo(ranThrough);
            ledger.run(folder);
            assertThat(ledger.record()).isEqualTo(ranThrough);
        }
    }
}
