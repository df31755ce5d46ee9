package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** The one line that a command says of a disk or a file. */
class FileTroubleTest {

    @Test
    void says_that_the_disk_is_full_without_the_names_of_classes() {
        assertThat(FileTrouble.line(new UncheckedIOException(
                        new IOException("PostgreSQL's initdb failed: FATAL: No space left on device\nchild exited"))))
                .contains("the disk is full: PostgreSQL's initdb failed: FATAL: No space left on device");
    }

    @Test
    void says_what_java_leaves_to_the_kind_of_the_exception() {
        assertThat(FileTrouble.line(new UncheckedIOException(new NoSuchFileException("/home/letters"))))
                .contains("there is no /home/letters");
        assertThat(FileTrouble.line(new AccessDeniedException("/home/letters"))).contains("no access to /home/letters");
    }

    @Test
    void says_what_the_system_said_where_that_is_enough() {
        assertThat(FileTrouble.line(new FileSystemException("/mnt/home", null, "Read-only file system")))
                .contains("/mnt/home: Read-only file system");
    }

    @Test
    void knows_nothing_of_other_faults() {
        assertThat(FileTrouble.line(new IllegalStateException("a fault of ours")))
                .isEmpty();
    }
}
