package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does so that PostgreSQL, which refuses root, runs all the same. */
class UnprivilegedTest {

    @TempDir
    private Path closed = Path.of("");

    @Test
    void leads_to_a_folder_of_ours() throws IOException {
        assertThat(Unprivileged.reaching(closed).can(List.of("ls", closed.toString())))
                .isTrue();
    }

    @Nested
    class As_nobody {

        @Test
        void passes_through_folders_that_are_closed_to_others() throws IOException {
            assumeTrue(Unprivileged.AS_NOBODY.can(List.of("true")), "root, and setpriv");
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            var initdb = PostgresBinaries.unpackBelow(closed).program("initdb");
            assertThat(Unprivileged.AS_NOBODY.can(List.of(initdb, "--show", "--pgdata=" + closed.resolve("data"))))
                    .isTrue();
        }

        @Test
        void is_given_everything_below_and_gives_it_back() throws IOException {
            assumeTrue(Unprivileged.AS_NOBODY.can(List.of("true")), "root, and setpriv");
            var file = Files.createFile(
                    Files.createDirectories(closed.resolve("data/base")).resolve("1"));
            Unprivileged.AS_NOBODY.own(closed.resolve("data"));
            assertThat(Files.getOwner(file).getName()).isEqualTo("nobody");
            Unprivileged.IN_A_NAMESPACE.own(closed.resolve("data"));
            assertThat(Files.getOwner(file).getName()).isEqualTo("root");
        }

        @Test
        void may_do_nothing_else_that_root_may() {
            assumeTrue(Unprivileged.AS_NOBODY.can(List.of("true")), "root, and setpriv");
            assertThat(Unprivileged.AS_NOBODY.can(List.of(
                            "kill", "-0", Long.toString(ProcessHandle.current().pid()))))
                    .isFalse();
        }
    }
}
