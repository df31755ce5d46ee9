package org.matterledger.launcher.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the ledger and keeps its data in the home. It listens on loopback, wants a password from
 * everyone, and writes to disk before it acknowledges. A server that a crash left running is stopped first; one that dies
 * is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String SUPERUSER = "postgres";
    private static final Duration RECOVERY = Duration.ofMinutes(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);
    private static final int ATTEMPTS = 20;

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final PostgresCluster cluster;
    private final DatabaseSecrets secrets;
    private final int port;
    private final Thread supervisor;
    private volatile Process process;
    private volatile boolean stopping;

    private EmbeddedPostgres(PostgresCluster cluster, DatabaseSecrets secrets) throws IOException {
        this.cluster = cluster;
        this.secrets = secrets;
        cluster.stop("fast");
        var started = start(cluster, 0);
        this.port = started.port;
        this.process = started.process;
        this.supervisor =
                Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::supervise);
    }

    /**
     * Starts PostgreSQL.
     *
     * @param directory {@code <home>/postgres}
     * @param programs where its programs are unpacked: the same, or one that several homes share
     * @throws CannotRun when it cannot start, or would acknowledge what is not on disk
     */
    public static EmbeddedPostgres start(Path directory, Path programs, Secrets secrets) {
        try {
            var passwords = DatabaseSecrets.in(secrets);
            var cluster =
                    PostgresCluster.in(directory.toAbsolutePath(), programs.toAbsolutePath(), passwords.superuser());
            var postgres = new EmbeddedPostgres(cluster, passwords);
            try {
                postgres.awaitReady();
                postgres.refuseUnlessDurable();
            } catch (RuntimeException | IOException e) {
                postgres.close();
                throw e;
            }
            postgres.supervisor.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says whether this user may start one in a home, before anything is made there.
     *
     * @throws CannotRun when it is root, and can't start it as anybody else
     */
    public static void requirePossible(Path home) {
        var existing = home.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        try {
            Unprivileged.reaching(existing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** JDBC URL of a database. The driver answers nothing but SCRAM, so whoever else took the port learns no password. */
    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?requireAuth=scram-sha-256";
    }

    /** The database of a PostgreSQL that another process of this home runs; empty where none ever ran. */
    public static Optional<DatabaseAccess> reach(Path directory, Secrets secrets, String database) {
        try {
            return PostgresCluster.port(directory)
                    .map(port -> DatabaseRoles.access(DatabaseSecrets.in(secrets), url(port, database)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of a name, with its two roles; both, and the database, are made where they are missing. */
    public DatabaseAccess database(String name) {
        try (var connection = superuser(SUPERUSER)) {
            return DatabaseRoles.prepare(connection, name, secrets, url(name));
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be prepared", e);
        }
    }

    Connection superuser(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.superuser());
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url(database), properties);
    }

    /** Stops PostgreSQL cleanly: what is in progress is rolled back, everything else is written to its files. */
    @Override
    public void close() {
        close("fast");
    }

    /** Stops PostgreSQL at once, and leaves it to a next start to read its log: for data that nobody needs again. */
    public void discard() {
        close("immediate");
    }

    private void close(String mode) {
        stopping = true;
        supervisor.interrupt();
        // Whoever was interrupted while starting it must still see it stopped.
        var interrupted = Thread.interrupted();
        try {
            if (supervisor.isAlive()) {
                supervisor.join(RECOVERY);
            }
            cluster.stop(mode);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void revive() throws InterruptedIOException {
        try {
            LOG.warn("PostgreSQL ended by itself; starting it again on port {}", port);
            process = start(cluster, port).process;
            awaitReady();
            LOG.info("PostgreSQL is back");
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL does not come back, trying again: {}", e.getMessage());
            pause(Duration.ofSeconds(1));
        }
    }

    private record Started(Process process, int port) {}

    /** A crashed server's last children may hold its memory for a moment, and a port that was free may be taken: again. */
    private static Started start(PostgresCluster cluster, int fixedPort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = fixedPort == 0 ? freePort() : fixedPort;
            var process = cluster.start(port);
            if (listens(process, cluster)) {
                return new Started(process, port);
            }
            if (attempt == ATTEMPTS || !passing(cluster.lastWords())) {
                throw new CannotRun("PostgreSQL does not start: " + cluster.lastWords());
            }
            pause(BETWEEN_ATTEMPTS.multipliedBy(attempt));
        }
    }

    /** Whether it lives long enough to have said that it is ready, or that it recovers. */
    private static boolean listens(Process process, PostgresCluster cluster) throws IOException {
        for (int look = 0; look < 400; look++) {
            if (!process.isAlive()) {
                return false;
            }
            if (cluster.accepting(process)) {
                return true;
            }
            pause(BETWEEN_ATTEMPTS);
        }
        return process.isAlive();
    }

    private static boolean passing(String words) {
        return words.contains("shared memory block") || words.contains("TCP/IP sockets") || words.contains("lock file");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            try (var connection = superuser(SUPERUSER)) {
                if (connection.isValid(10)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline || "28P01".equals(e.getSQLState())) {
                    throw new CannotRun("PostgreSQL does not answer: " + e.getMessage(), e);
                }
            }
            pause(BETWEEN_ATTEMPTS);
        }
    }

    private void refuseUnlessDurable() {
        try (var connection = superuser(SUPERUSER);
                var statement = connection.createStatement()) {
            for (var setting : DURABLE.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!setting.getValue().equals(row.getString(1))) {
                        throw new CannotRun(
                                "PostgreSQL runs with %s = %s, so that what it acknowledges may be lost: see %s"
                                        .formatted(setting.getKey(), row.getString(1), cluster.data()));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void supervise() {
        while (!stopping) {
            try {
                process.waitFor();
                if (!stopping) {
                    revive();
                }
            } catch (InterruptedException | InterruptedIOException e) {
                return;
            }
        }
    }

    private static void pause(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
