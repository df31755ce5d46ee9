package org.matterledger.launcher.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.matterledger.launcher.home.PrivateFiles;

/**
 * The file {@code secrets/erasures} of a home: a line per erasure, with its instant and its subject. It outlives the
 * database, so that what was erased after a backup is erased again after that backup is restored.
 */
final class ErasureRegister {

    private static final Pattern LINE = Pattern.compile("(\\S+Z) (\\S+)");

    private final Path file;
    private final ReentrantLock turn = new ReentrantLock();

    ErasureRegister(Path file) {
        this.file = file;
    }

    /**
     * Every erasure that was noted whole. A last line that broke off is none: who wrote it has not been told that it was.
     *
     * @throws IllegalStateException when another line can't be read
     */
    Map<String, Instant> read() {
        try {
            String text = Files.readString(file);
            var erasures = new LinkedHashMap<String, Instant>();
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> {
                        var parts = LINE.matcher(line);
                        if (!parts.matches()) {
                            throw new IllegalStateException(file + " is damaged at the line “" + line + "”");
                        }
                        erasures.putIfAbsent(parts.group(2), Instant.parse(parts.group(1)));
                    });
            return erasures;
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Notes an erasure; on the disk when this returns. */
    void append(String subject, Instant erasedAt) {
        if (!LINE.matcher(erasedAt + " " + subject).matches()) {
            throw new IllegalArgumentException("“" + subject + "” is not the id of a person");
        }
        turn.lock();
        try (var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.position(channel.size());
            if (channel.size() > 0 && lastByte(channel) != '\n') {
                channel.truncate(Files.readString(file).lastIndexOf('\n') + 1L);
            }
            var line = ByteBuffer.wrap((erasedAt + " " + subject + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
            PrivateFiles.sync(file.toAbsolutePath().resolveSibling(""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            turn.unlock();
        }
    }

    private static byte lastByte(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0);
    }
}
