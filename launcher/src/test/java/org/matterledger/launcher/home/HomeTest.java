package org.matterledger.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final int SCHEMA = 4;

    @TempDir
    private Path parent = Path.of("");

    @Test
    void is_made_where_there_is_none_and_closed_to_others() throws IOException {
        try (var home = Home.open(directory(), SCHEMA)) {
            assertThat(home.secrets().password("one")).hasSizeGreaterThan(40);
            assertThat(permissions(directory())).isEqualTo("rwx------");
            assertThat(permissions(directory().resolve("secrets"))).isEqualTo("rwx------");
            assertThat(permissions(directory().resolve("secrets/one"))).isEqualTo("rw-------");
        }
    }

    @Test
    void keeps_its_secrets() {
        var first = new Secrets(directory()).password("one");
        assertThat(new Secrets(directory()).password("one")).isEqualTo(first);
        assertThat(new Secrets(directory()).password("two")).isNotEqualTo(first);
    }

    @Test
    void has_one_user_at_a_time() {
        var first = Home.open(directory(), SCHEMA);
        assertThat(Home.inUse(directory())).isTrue();
        refused("in use");
        first.close();
        assertThat(Home.inUse(directory())).isFalse();
        Home.open(directory(), SCHEMA).close();
    }

    @Test
    void of_a_newer_program_is_left_as_it_is() throws IOException {
        try (var home = Home.open(directory(), SCHEMA)) {
            home.recordSchema(SCHEMA + 1);
        }
        leftAsItIs("newer version");
        Files.writeString(directory().resolve("VERSION"), "matter-ledger home 2 schema 1\n");
        leftAsItIs("newer version");
        Files.writeString(directory().resolve("VERSION"), "something else");
        leftAsItIs("VERSION");
    }

    @Test
    void is_no_directory_with_other_things_in_it() throws IOException {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("letter.txt"), "Dear client");
        leftAsItIs("not a ledger's home");
    }

    @Test
    void may_be_named_by_a_link_but_not_by_one_to_nothing() throws IOException {
        var link = Files.createSymbolicLink(parent.resolve("link"), directory());
        assertThatThrownBy(() -> Home.open(link, SCHEMA))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("link is not a directory");
        Files.createDirectory(directory());
        Home.open(link, SCHEMA).close();
        assertThat(Home.exists(directory())).isTrue();
    }

    @Test
    void is_made_around_secrets_that_were_put_there_before() throws IOException {
        var key = Files.createDirectories(directory().resolve("secrets")).resolve("master.key");
        Files.writeString(key, "the other node's");
        Home.open(directory(), SCHEMA).close();
        assertThat(key).hasContent("the other node's");
    }

    @Test
    void does_not_open_while_half_restored() {
        try (var home = Home.openForRestore(directory(), SCHEMA)) {
            home.restoringBegins();
        }
        refused("did not end");
        try (var home = Home.openForRestore(directory(), SCHEMA)) {
            home.restoringBegins();
            home.restored();
        }
        Home.open(directory(), SCHEMA).close();
    }

    @Test
    void with_a_ledger_in_it_takes_no_restore() throws IOException {
        try (var home = Home.open(directory(), SCHEMA)) {
            Files.createDirectories(home.postgres());
        }
        assertThatThrownBy(() -> Home.openForRestore(directory(), SCHEMA))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("fresh home only");
    }

    private Path directory() {
        return parent.resolve("home");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> Home.open(directory(), SCHEMA))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(why);
    }

    private void leftAsItIs(String why) throws IOException {
        var before = contents();
        refused(why);
        assertThat(contents()).isEqualTo(before);
    }

    private List<String> contents() throws IOException {
        try (var paths = Files.walk(directory())) {
            return paths.map(path -> path + " " + path.toFile().lastModified() + " "
                            + path.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
