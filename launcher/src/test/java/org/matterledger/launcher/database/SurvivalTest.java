package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Secrets;

/** What becomes of the embedded PostgreSQL when something is killed, or somebody makes it faster. */
class SurvivalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home = Path.of("");

    @Test
    void comes_back_by_itself_on_the_same_port_when_it_is_killed() throws Exception {
        try (var postgres = start()) {
            var access = postgres.database("ledger");
            write(access);
            var killed = postmaster();
            killed.destroyForcibly();
            await(() -> !killed.isAlive() && answers(access));
            assertThat(rows(access)).isEqualTo(1);
        }
    }

    @Test
    void left_running_by_a_crash_is_stopped_by_the_next_start() throws Exception {
        try (var postgres = start()) {
            write(postgres.database("ledger"));
        }
        var orphan = orphan();
        try (var postgres = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(rows(postgres.database("ledger"))).isEqualTo(1);
        }
    }

    @Test
    void starts_beside_a_pid_file_that_names_a_stranger() throws Exception {
        start().close();
        var pidFile = home.resolve("postgres/data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + home + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
        try (var postgres = start()) {
            assertThat(answers(postgres.database("ledger"))).isTrue();
        }
    }

    @Test
    void does_not_serve_when_it_would_forget_what_it_acknowledged() throws IOException {
        start().close();
        Files.writeString(
                home.resolve("postgres/data/postgresql.auto.conf"), "fsync = off\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::start).isInstanceOf(CannotRun.class).hasMessageContaining("fsync = off");
    }

    /** A PostgreSQL that nobody looks after: what kill -9 of the ledger leaves behind. */
    private Process orphan() throws Exception {
        var secrets = DatabaseSecrets.in(new Secrets(home.resolve("secrets")));
        var cluster = PostgresCluster.in(
                home.resolve("postgres"), TestDatabase.programs().toAbsolutePath(), secrets.superuser());
        var process =
                cluster.start(PostgresCluster.port(home.resolve("postgres")).orElseThrow());
        await(() -> accepting(cluster, process));
        return process;
    }

    private static boolean accepting(PostgresCluster cluster, Process process) {
        try {
            return cluster.accepting(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(
                home.resolve("postgres"), TestDatabase.programs(), new Secrets(home.resolve("secrets")));
    }

    private ProcessHandle postmaster() throws IOException {
        var line =
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(line.strip())).orElseThrow();
    }

    private static void write(DatabaseAccess access) throws SQLException {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("create schema kept create table row (x int)");
            statement.execute("insert into kept.row values (1)");
        }
    }

    private static int rows(DatabaseAccess access) throws SQLException {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from kept.row")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean answers(DatabaseAccess access) {
        try (var connection =
                DriverManager.getConnection(access.url(), access.application(), access.applicationPassword())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
