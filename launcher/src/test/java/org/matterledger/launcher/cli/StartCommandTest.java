package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StartCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void knows_which_ports_there_are_before_it_makes_a_home() {
        var said = new StringWriter();
        var command = new CommandLine(new StartCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(said));
        var home = directory.resolve("home");
        assertThat(command.execute("--port", "65536", "--home", home.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("--port is a number from 0 to 65535, not 65536");
        assertThat(home).doesNotExist();
    }
}
