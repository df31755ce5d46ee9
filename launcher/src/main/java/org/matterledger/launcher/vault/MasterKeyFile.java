package org.matterledger.launcher.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.PrivateFiles;

/** The file {@code secrets/master.key} of a home: one line, readable by its owner alone, never overwritten. */
final class MasterKeyFile {

    private static final String HEAD = "matter-ledger-master-key-1:";
    private static final Pattern LINE = Pattern.compile(HEAD + "([0-9a-f]{64})\\R?");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path secrets;
    private final Path file;

    MasterKeyFile(Path secrets) {
        this.secrets = secrets;
        this.file = secrets.resolve("master.key");
    }

    /**
     * The key; empty where there is no file.
     *
     * @throws CannotRun when the file is damaged, or others than its owner may read it
     */
    Optional<MasterKey> read() {
        try {
            var line = LINE.matcher(Files.readString(file));
            if (!line.matches()) {
                throw new CannotRun(file + " is damaged: put back the copy you keep of it");
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new CannotRun(file + " can be read by others than its owner: chmod 600 it");
            }
            return Optional.of(new MasterKey(Ciphers.secret(HexFormat.of().parseHex(line.group(1)))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a new random key, durably and whole or not at all; where another node wrote one meanwhile, that is the key. */
    MasterKey create() {
        var master = MasterKey.random();
        try {
            PrivateFiles.directory(secrets);
            Path draft =
                    Files.createTempFile(secrets, "master", ".draft", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                write(draft, HEAD + HexFormat.of().formatHex(Ciphers.bytes(master.secret())) + "\n");
                Files.createLink(file, draft);
            } finally {
                Files.delete(draft);
            }
            PrivateFiles.sync(secrets);
        } catch (FileAlreadyExistsException race) {
            return read().orElseThrow(() -> new CannotRun(file + " was there just now and is gone: start again"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return master;
    }

    /** Takes back a key that was made just now and sealed nothing. */
    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path draft, String line) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
