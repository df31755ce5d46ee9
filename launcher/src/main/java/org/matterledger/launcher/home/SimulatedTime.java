package org.matterledger.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The file {@code SIMULATED-TIME} of a home that was made for trying the ledger on other days. Where it stands, nothing in
 * the home is a firm's record, and the ledger's time is what it says.
 */
public final class SimulatedTime {

    private final Path file;

    private SimulatedTime(Path file) {
        this.file = file;
    }

    /** That of a home. */
    public static SimulatedTime of(Path home) {
        return new SimulatedTime(home.resolve("SIMULATED-TIME"));
    }

    /** Whether the home was made for it. */
    public boolean stands() {
        return Files.exists(file);
    }

    /** Where the clock stands. */
    public Instant read() {
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (DateTimeParseException e) {
            throw new CannotRun(file + " holds no instant", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps where the clock stands, whatever ends the process afterwards. */
    public void write(Instant instant) {
        try {
            PrivateFiles.write(file, instant + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
