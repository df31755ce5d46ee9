package org.matterledger.launcher.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.matterledger.launcher.packaged.PackagedLedger.command;
import static org.matterledger.launcher.packaged.PackagedLedger.run;
import static org.matterledger.launcher.packaged.PackagedLedger.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger that root starts where no user namespace can be made: in a chroot, which this is, and in most containers. The
 * home stands below a folder that is closed to all others, as {@code /root} is.
 */
class AsRootIT {

    /** What Docker leaves to a container's root. */
    private static final String OF_A_CONTAINER = "-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,"
            + "+setpcap,+net_bind_service,+net_raw,+sys_chroot,+mknod,+audit_write,+setfcap";

    private static final String NONE = "-all";

    private static final String CHROOT =
            "mount --rbind / \"$0\" && exec chroot \"$0\" setpriv --inh-caps=-all --bounding-set=\"$@\"";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void needs_root_with_all_its_rights() throws Exception {
        assumeTrue(run(rootWith(OF_A_CONTAINER, List.of("true"))).code() == 0, "root may mount and change its root");
        assertThat(run(rootWith(OF_A_CONTAINER, List.of("unshare", "-U", "true")))
                        .code())
                .isNotZero();
    }

    @Test
    void starts_with_what_a_container_allows_and_stops_what_a_crash_left() throws Exception {
        var killed = start(startWith(OF_A_CONTAINER));
        assertThat(killed.status("/health")).isEqualTo(200);
        var postgres = postmaster();
        killed.process().destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        assertThat(postgres.isAlive()).as("the orphan").isTrue();
        try (var again = start(startWith(OF_A_CONTAINER))) {
            assertThat(postgres.isAlive()).as("the orphan").isFalse();
            assertThat(again.status("/health")).isEqualTo(200);
            postgres = postmaster();
        }
        assertThat(postgres.isAlive()).as("after the end").isFalse();
        assertThat(Files.getPosixFilePermissions(home())).hasSize(3);
        assertThat(run("user", "list", "--home", home().toString()).code())
                .as("outside, with a user namespace")
                .isZero();
    }

    @Test
    void without_any_right_says_what_to_do_and_makes_no_home() throws Exception {
        run(startWith(NONE)).refusedInOneLine("run the ledger as an ordinary user");
        assertThat(home()).doesNotExist();
    }

    private List<String> startWith(String rights) throws IOException {
        return rootWith(rights, command("start", "--port", "0", "--home", home().toString()));
    }

    private List<String> rootWith(String rights, List<String> command) throws IOException {
        var root = Files.createDirectories(directory.resolve("root"));
        var all = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", CHROOT, root.toString(), rights));
        all.addAll(command);
        return all;
    }

    private Path home() {
        return directory.resolve("closed/home");
    }

    private ProcessHandle postmaster() throws IOException {
        var line = Files.readAllLines(home().resolve("postgres/data/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(line.strip())).orElseThrow();
    }
}
