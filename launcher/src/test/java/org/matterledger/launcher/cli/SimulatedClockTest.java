package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.time.SimulatedClock;
import picocli.CommandLine;

/** A clock that whoever tries the ledger moves, and the homes in which it runs. */
class SimulatedClockTest {

    private static final String TUESDAY = "2026-02-10T13:20:00Z";

    @TempDir
    Path directory;

    private Optional<SimulatedClock> started(boolean elsewhere, String... arguments) {
        var option = new SimulatedClockOption();
        new CommandLine(option).parseArgs(arguments);
        try (var home = Home.open(directory.resolve("home"), 1)) {
            return option.clock(home, elsewhere);
        }
    }

    private Optional<SimulatedClock> started(String... arguments) {
        return started(false, arguments);
    }

    private void refused(String why, boolean elsewhere, String... arguments) {
        assertThatThrownBy(() -> started(elsewhere, arguments))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(why);
    }

    private static SimulatedClock present(Optional<SimulatedClock> clock) {
        return clock.orElseThrow();
    }

    @Test
    void is_nobodys_who_did_not_ask_for_it() {
        assertThat(started()).isEmpty();
    }

    @Test
    void stands_where_it_was_put_and_is_found_there_again() {
        var clock = present(started("--simulated-clock", TUESDAY));
        assertThat(clock.now()).isEqualTo(Instant.parse(TUESDAY));
        assertThat(clock.moveTo(Instant.parse("2026-02-13T16:00:00Z"))).isTrue();
        assertThat(present(started("--simulated-clock")).now()).isEqualTo(Instant.parse("2026-02-13T16:00:00Z"));
    }

    @Test
    void never_goes_back() {
        var clock = present(started("--simulated-clock", TUESDAY));
        assertThat(clock.moveTo(Instant.parse("2026-02-10T13:19:59Z"))).isFalse();
        assertThat(clock.now()).isEqualTo(Instant.parse(TUESDAY));
        refused("never goes back", false, "--simulated-clock", "2026-02-09T13:20:00Z");
    }

    @Test
    void is_refused_in_a_home_that_lives_on_the_machines() throws IOException {
        Files.createDirectories(directory.resolve("home"));
        started();
        Files.createDirectories(directory.resolve("home/postgres"));
        refused("fresh home", false, "--simulated-clock", TUESDAY);
        assertThat(directory.resolve("home/SIMULATED-TIME")).doesNotExist();
    }

    @Test
    void is_refused_where_the_ledger_is_not_wholly_in_the_home() {
        refused("fresh home", true, "--simulated-clock", TUESDAY);
    }

    @Test
    void its_home_starts_on_no_other() {
        started("--simulated-clock", TUESDAY);
        refused("simulated clock", false);
    }

    @Test
    void what_is_no_instant_is_refused_in_a_line() {
        refused("not tomorrow", false, "--simulated-clock", "tomorrow");
        refused("1970 to 2199", false, "--simulated-clock", "+12026-02-10T13:20:00Z");
        refused("first start", false, "--simulated-clock");
    }
}
