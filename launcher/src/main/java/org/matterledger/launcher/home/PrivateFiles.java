package org.matterledger.launcher.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/** Files and directories that only the ledger's own user may read, written so that a crash leaves the old or the new. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a directory, and those above it, and closes it to everyone else (0700). */
    public static Path directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return directory;
    }

    /** Writes a file (0600) as a whole: it is on disk under its name, or the name is as it was. */
    public static void write(Path file, String content) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (var channel = create(unfinished)) {
            var bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
        sync(file.toAbsolutePath().resolveSibling(""));
    }

    /** Opens a new or emptied file (0600) for writing. */
    public static FileChannel create(Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return FileChannel.open(file, EnumSet.of(CREATE, TRUNCATE_EXISTING, WRITE), owner);
    }

    /** Makes a directory's entries durable: a rename is safe only after this. */
    public static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, Set.of())) {
            channel.force(true);
        }
    }

    /** Deletes a directory with everything in it; nothing happens where there is none. Links are not followed. */
    public static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
