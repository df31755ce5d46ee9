package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    private static final String ENDED = "programs.unfinished-999999999999";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void are_unpacked_once_and_what_a_full_disk_cut_off_makes_room_for_them() throws IOException {
        Files.createFile(Files.createDirectory(directory.resolve(ENDED)).resolve("postgres"));
        var other = Files.createDirectory(directory.resolve("programs.unfinished-1"));
        var programs = PostgresBinaries.unpackBelow(directory);
        assertThat(Path.of(programs.program("postgres"))).isExecutable();
        assertThat(directory.resolve(ENDED)).doesNotExist();
        assertThat(other).as("of a process that is at it").exists();
        assertThat(PostgresBinaries.unpackBelow(directory)).isEqualTo(programs);
    }
}
