package org.matterledger.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much processor time the ledger under measurement has taken so far, in user and system mode.
 *
 * @param server of this process, its compiler and collector included
 * @param database of PostgreSQL's processes; told by Linux alone
 */
record ProcessorTime(Duration server, Duration database) {

    /** Where Linux tells of a process's own time and its ended children's, behind its name. */
    private static final int OWN_TIME = 11;

    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    /** A twentieth of one processor. */
    private static final Duration QUIET = LOOK.dividedBy(20);

    /** @param postgres the directory of its data */
    static ProcessorTime now(Path postgres) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).getFirst());
        var living = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return new ProcessorTime(
                of(ProcessHandle.current()),
                living.map(ProcessorTime::of).reduce(withThoseThatEnded(pid), Duration::plus));
    }

    /** Of a process and of its children that have ended: a connection that is given up takes its own time along. */
    private static Duration withThoseThatEnded(long pid) throws IOException {
        var told = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var fields = told.substring(told.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = Stream.of(fields)
                .skip(OWN_TIME)
                .limit(4)
                .mapToLong(Long::parseLong)
                .sum();
        return TICK.multipliedBy(ticks);
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(server.minus(before.server), database.minus(before.database));
    }

    Duration together() {
        return server.plus(database);
    }

    /** Waits until followers have nothing left to follow and the compiler nothing to compile; not for ever. */
    static void awaitQuiet(Path postgres) throws IOException, InterruptedException {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        var before = now(postgres);
        for (var quiet = 0; quiet < 3 && System.nanoTime() < end; ) {
            Thread.sleep(LOOK);
            var after = now(postgres);
            quiet = after.since(before).together().compareTo(QUIET) < 0 ? quiet + 1 : 0;
            before = after;
        }
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
