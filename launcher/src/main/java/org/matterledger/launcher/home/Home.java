package org.matterledger.launcher.home;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which a ledger lives, held by one process at a time.
 *
 * <pre>
 * VERSION      the home's layout and schema
 * lock         held by the process that uses the home; the kernel releases it however that ends
 * RESTORING    stands there while a backup is being restored: such a home does not start
 * SIMULATED-TIME   only in a home made for trials: where its clock stands
 * secrets/     master key, register of erasures, the embedded PostgreSQL's passwords
 * postgres/    the embedded PostgreSQL: programs, data, log, port
 * </pre>
 */
public final class Home implements AutoCloseable {

    /** What may stand where no ledger was yet; the secrets, since nodes of one database share a folder of them. */
    private static final Set<String> IN_EMPTY_ONES = Set.of("lock", "lost+found", "secrets");

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes a home, making it where there is none.
     *
     * @param schema the last database migration that this program knows
     * @throws CannotRun when it is in use, newer than this program, half restored, or no home at all
     */
    public static Home open(Path directory, int schema) {
        var home = take(directory, schema);
        if (home.restoring()) {
            home.close();
            throw new CannotRun("the restore into " + home.directory + " did not end; repeat it");
        }
        return home;
    }

    /**
     * Takes a home for a restore: a fresh one, or one in which a restore did not end.
     *
     * @throws CannotRun when it is in use, or holds a ledger
     */
    public static Home openForRestore(Path directory, int schema) {
        var home = take(directory, schema);
        if (!home.restoring() && Files.exists(home.postgres())) {
            home.close();
            throw new CannotRun(
                    home.directory + " holds a ledger already; a backup is restored into a fresh home only");
        }
        return home;
    }

    /** Whether a directory is a home. */
    public static boolean exists(Path directory) {
        return Files.exists(directory.resolve("VERSION"));
    }

    /** Whether a process holds a home; nothing is changed. */
    public static boolean inUse(Path directory) {
        var file = directory.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Home take(Path given, int schema) {
        var directory = given.toAbsolutePath().normalize();
        try {
            var found = version(directory, new HomeVersion(HomeVersion.LAYOUT, schema));
            PrivateFiles.directory(directory);
            var home = new Home(directory, lock(directory));
            if (found.isEmpty()) {
                new HomeVersion(HomeVersion.LAYOUT, 0).write(home.versionFile());
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<HomeVersion> version(Path directory, HomeVersion program) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(directory)) {
            throw new CannotRun(directory + " is not a directory");
        }
        var found = HomeVersion.read(directory.resolve("VERSION"));
        if (found.isPresent() && found.get().newerThan(program)) {
            throw new CannotRun(
                    "%s was written by a newer version of the ledger (%s; this one knows %s); start that version"
                            .formatted(directory, found.get(), program));
        }
        if (found.isEmpty() && Files.isDirectory(directory) && holdsOtherThings(directory)) {
            throw new CannotRun(directory + " is not empty and not a ledger's home");
        }
        return found;
    }

    private static boolean holdsOtherThings(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !IN_EMPTY_ONES.contains(name) && !name.startsWith("VERSION"));
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("lock"),
                EnumSet.of(CREATE, READ, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(directory, e);
        }
        channel.close();
        throw inUse(directory, null);
    }

    private static CannotRun inUse(Path directory, @Nullable Throwable cause) {
        return new CannotRun("the home " + directory + " is in use by another process", cause);
    }

    public Path directory() {
        return directory;
    }

    /** Where the embedded PostgreSQL lives. */
    public Path postgres() {
        return directory.resolve("postgres");
    }

    /** The time of a home that was made for trials. */
    public SimulatedTime simulatedTime() {
        return SimulatedTime.of(directory);
    }

    public Secrets secrets() {
        return new Secrets(directory.resolve("secrets"));
    }

    /** Notes that the database now has the schema of a migration, so that an older program refuses the home. */
    public void recordSchema(int schema) {
        try {
            var version = new HomeVersion(HomeVersion.LAYOUT, schema);
            if (!HomeVersion.read(versionFile()).equals(Optional.of(version))) {
                version.write(versionFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the home does not start, until {@link #restored}; what an unfinished restore left is removed. */
    public void restoringBegins() {
        try {
            PrivateFiles.write(restoringFile(), "A backup is being restored into this home.\n");
            PrivateFiles.deleteTree(postgres());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void restored() {
        try {
            Files.delete(restoringFile());
            PrivateFiles.sync(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean restoring() {
        return Files.exists(restoringFile());
    }

    private Path restoringFile() {
        return directory.resolve("RESTORING");
    }

    private Path versionFile() {
        return directory.resolve("VERSION");
    }

    /** Lets go of the home. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
