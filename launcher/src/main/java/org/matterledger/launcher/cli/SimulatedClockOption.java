package org.matterledger.launcher.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Home;
import org.matterledger.launcher.time.SimulatedClock;
import picocli.CommandLine.Option;

/** On whose clock the ledger runs: the machine's, or one that whoever tries the ledger moves. */
final class SimulatedClockOption {

    private static final String OPTION = "--simulated-clock";
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @Option(
            names = OPTION,
            paramLabel = "INSTANT",
            arity = "0..1",
            fallbackValue = "",
            description = {
                "For trying the ledger on other days, in a home made for it: the clock stands at an instant like",
                "2026-02-10T13:20:00Z until an administrator moves it with POST /running/clock. Later starts need no",
                "instant. A home that began on the machine's clock is refused, and the other way round."
            })
    private @Nullable String typed;

    /**
     * The clock of a home that we hold, none where the machine's is meant.
     *
     * @param elsewhere whether the events or the database are outside the home
     * @throws CannotRun where the home lives on the other kind of clock
     */
    Optional<SimulatedClock> clock(Home home, boolean elsewhere) {
        var kept = home.simulatedTime();
        if (typed == null) {
            if (kept.stands()) {
                throw new CannotRun(home.directory() + " lives on a simulated clock; start it with " + OPTION);
            }
            return Optional.empty();
        }
        if (!kept.stands()) {
            requireMadeForIt(home, elsewhere);
            if (typed.isEmpty()) {
                throw new CannotRun(OPTION + " takes an instant at a home's first start, like 2026-02-10T13:20:00Z");
            }
            kept.write(instant(typed));
        }
        var clock = new SimulatedClock(kept);
        if (!typed.isEmpty() && !clock.moveTo(instant(typed))) {
            throw new CannotRun("the simulated clock of " + home.directory() + " stands at " + clock.now()
                    + " and never goes back");
        }
        return Optional.of(clock);
    }

    private static void requireMadeForIt(Home home, boolean elsewhere) {
        if (Files.exists(home.postgres()) || elsewhere) {
            throw new CannotRun(
                    OPTION + " takes a fresh home of its own, with all of the ledger in it, never a firm's");
        }
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new CannotRun(OPTION + " takes an instant like 2026-02-10T13:20:00Z, not " + text, e);
        }
        throw new CannotRun(OPTION + " takes an instant from 1970 to 2199, not " + text);
    }
}
