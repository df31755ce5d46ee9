package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.packaged.PackagedLedger.run;
import static org.matterledger.launcher.packaged.PackagedLedger.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of one home, told in its order: each start finds what the one before left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedLedgerIT {

    @TempDir
    private static Path directory = Path.of("");

    private static Path home() {
        return directory.resolve("home");
    }

    @Test
    @Order(1)
    void says_at_the_first_start_how_to_let_somebody_in_and_takes_a_user_while_it_runs() throws Exception {
        try (var ledger = start(home())) {
            assertThat(PackagedLedger.text(ledger.output())).contains("./ledger user add", "./ledger token create");
            assertThat(run("user", "add", "Anna", "--role", "ADMINISTRATOR", "--home", home().toString())
                            .output())
                    .contains("password ");
            run("start", "--port", "0", "--home", home().toString()).refusedInOneLine("in use");
        }
    }

    @Test
    @Order(2)
    void finds_everything_again_after_it_and_postgres_were_killed() throws Exception {
        var killed = start(home());
        assertThat(PackagedLedger.text(killed.output())).doesNotContain("user add");
        var postgres = postmaster();
        killed.process().destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        assertThat(postgres.isAlive()).as("the orphan").isTrue();
        try (var again = start(home())) {
            assertThat(postgres.isAlive()).as("the orphan").isFalse();
            assertThat(PackagedLedger.text(again.output())).doesNotContain("user add");
            again.process().destroyForcibly();
            postmaster().destroyForcibly();
        }
        assertThat(run("user", "list", "--home", home().toString()).output()).contains("Anna");
    }

    @Test
    @Order(3)
    void says_that_its_port_is_taken_and_touches_nothing() throws Exception {
        var fresh = directory.resolve("fresh");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("start", "--port", Integer.toString(taken.getLocalPort()), "--home", fresh.toString())
                    .refusedInOneLine("choose another with --port");
        }
        assertThat(fresh.resolve("postgres")).doesNotExist();
    }

    @Test
    @Order(4)
    void goes_into_a_backup_and_comes_back_in_a_fresh_home_only() throws Exception {
        var file = directory.resolve("ledger.backup");
        var copy = directory.resolve("copy");
        var keys = home().resolve("secrets").toString();
        assertThat(run("backup", file.toString(), "--home", home().toString()).output())
                .contains("The master key is not in it", "master.key", "erasures");
        run("restore", file.toString(), "--keys", keys, "--home", home().toString())
                .refusedInOneLine("fresh home only");
        assertThat(run("restore", file.toString(), "--keys", keys, "--home", copy.toString())
                        .code())
                .isZero();
        assertThat(run("user", "list", "--home", copy.toString()).output()).contains("Anna");
    }

    @Test
    @Order(5)
    void says_that_the_disk_is_full_and_goes_on_when_it_no_longer_is() throws Exception {
        var small = Files.createDirectory(directory.resolve("small"));
        var mount = "mount -t tmpfs -o size=%dm tmpfs %s && exec \"$@\"";
        var full = new java.util.ArrayList<>(List.of("unshare", "-m", "sh", "-c", mount.formatted(30, small), "sh"));
        org.junit.jupiter.api.Assumptions.assumeTrue(
                run(List.of("unshare", "-m", "sh", "-c", mount.formatted(1, small), "sh", "true"))
                                .code()
                        == 0,
                "a file system of its own can be mounted");
        full.addAll(PackagedLedger.command(
                "start", "--port", "0", "--home", small.resolve("home").toString()));
        run(full).refusedInOneLine("disk is full");
    }

    @Test
    @Order(6)
    void leaves_a_home_of_a_newer_version_alone() throws Exception {
        var version = home().resolve("VERSION");
        var before = Files.readString(version);
        Files.writeString(version, "matter-ledger home 1 schema 999\n");
        run("start", "--port", "0", "--home", home().toString()).refusedInOneLine("newer version");
        assertThat(home().resolve("postgres/data/postmaster.pid")).doesNotExist();
        Files.writeString(version, before);
    }

    @Test
    @Order(7)
    void does_not_start_without_its_master_key_and_makes_no_other() throws Exception {
        var key = home().resolve("secrets/master.key");
        var away = Files.move(key, directory.resolve("master.key"));
        run("start", "--port", "0", "--home", home().toString()).refusedInOneLine("master.key is missing");
        run("user", "list", "--home", home().toString()).refusedInOneLine("master.key is missing");
        assertThat(key).doesNotExist();
        Files.move(away, key);
    }

    @AfterAll
    static void nothing_is_left_running() throws IOException {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(directory.toString())))
                .isEmpty();
    }

    private static ProcessHandle postmaster() throws IOException {
        var line = Files.readAllLines(home().resolve("postgres/data/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(line.strip())).orElseThrow();
    }
}
