package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./ledger import} says to who typed something wrong: one line, and no ledger is made or touched. */
@ResourceLock(Resources.SYSTEM_ERR)
class ImportCommandTest {

    @TempDir
    Path folder;

    private Path mail = Path.of("");

    @BeforeEach
    void there_is_mail() throws IOException {
        mail = Files.createDirectory(folder.resolve("mail"));
        Files.writeString(mail.resolve("1."), """
                From: Marta <marta@mill.example>
                To: Olha <olha@firm.example>
                Subject: Contract
                Date: Mon, 4 Mar 2024 09:00:00 +0000
                Message-ID: <1@mill.example>

                Where do we stand?
                """);
    }

    private record Said(int code, String words) {}

    private Said run(String... arguments) {
        var all = new ArrayList<>(
                List.of("import", "--home", folder.resolve("home").toString()));
        all.addAll(List.of(arguments));
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return new Said(CommandLineProgram.run(all.toArray(String[]::new)), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private void assertOneLine(Said said, String... words) {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words().lines().filter(line -> line.startsWith("ledger:")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(words));
        assertThat(said.words()).doesNotContain("Exception");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void that_nobody_said_who_the_firm_is() {
        assertOneLine(run(mail.toString()), "--firm-domain", "mill.example (1)");
    }

    @Test
    void that_there_is_no_such_path() {
        assertOneLine(run(folder.resolve("none").toString(), "--firm-domain", "firm.example"), "none");
    }

    @Test
    void that_there_is_no_message() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertOneLine(run(empty.toString(), "--firm-domain", "firm.example"), "empty");
    }

    @ParameterizedTest
    @CsvSource({
        "--firm-domain, olha@firm.example, no domain",
        "--firm-address, firm.example, no address",
        "--silence-limit, 0, 1 to 365",
        "--until, yesterday, instant",
        "--until, 2999-01-01T00:00:00Z, yet to come"
    })
    void that_an_option_makes_no_sense(String option, String value, String words) {
        assertOneLine(run(mail.toString(), "--firm-domain", "firm.example", option, value), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    --colleagues; address,name,roles,team|olha@firm.example,Olha,BOSS,;  line 2
                    --map;        address,client,matter|mill.example,Mill,;              line 2
                    --calendar;   {"name": "x"|"zone"};                                  line 2
                    """)
    void that_a_file_is_wrong_and_where(String option, String text, String where) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text.replace('|', '\n'));
        assertOneLine(
                run(mail.toString(), "--firm-domain", "firm.example", option, file.toString()), where, file.toString());
    }

    @Test
    void nothing_when_it_only_counts() {
        var said = run(mail.toString(), "--firm-domain", "firm.example", "--dry-run");
        assertThat(said.code()).isZero();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void that_a_usage_is_unknown() {
        assertThat(run(mail.toString(), "--matter-by", "moon", "--firm-domain", "firm.example")
                        .code())
                .isEqualTo(2);
    }
}
