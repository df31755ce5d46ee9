package org.matterledger.launcher.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.PrivateFiles;

/** The embedded PostgreSQL's files: programs, data, log, and the settings that are written anew at every start. */
final class PostgresCluster {

    /** Everything durable before it is acknowledged; nobody without a password; nothing but loopback. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 300
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = '128MB'
            max_wal_size = '2GB'
            timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgres-%%a.log'
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_checkpoints = off
            log_min_messages = 'log'
            log_min_error_statement = 'panic'
            """;

    private static final String WHO_MAY_CONNECT = """
            # Written by the ledger at every start. A password for everyone, on loopback only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** The pid file's eighth line is PostgreSQL's state; it is written once the sockets are open. */
    private static final int LINES_WHEN_LISTENING = 8;

    private final Path directory;
    private final PostgresBinaries programs;
    private final Unprivileged user;

    private PostgresCluster(Path directory, PostgresBinaries programs, Unprivileged user) {
        this.directory = directory;
        this.programs = programs;
        this.user = user;
    }

    /** Opens the cluster below {@code <home>/postgres}, making it where there is none. */
    static PostgresCluster in(Path directory, Path programs, String superuserPassword) throws IOException {
        PrivateFiles.directory(directory);
        var user = Unprivileged.reaching(directory, Files.createDirectories(programs));
        PrivateFiles.directory(directory.resolve("log"));
        var cluster = new PostgresCluster(directory, PostgresBinaries.unpackBelow(programs), user);
        if (!Files.isDirectory(cluster.data())) {
            cluster.initialise(superuserPassword);
        }
        cluster.checkVersion();
        return cluster;
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Starts PostgreSQL on a port, in a session of its own: a Ctrl-C in the terminal is for the ledger alone. */
    Process start(int port) throws IOException {
        Files.writeString(data().resolve("postgresql.conf"), SETTINGS.formatted(port));
        Files.writeString(data().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        user.own(data());
        user.own(directory.resolve("log"));
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(user.command(List.of(programs.program("postgres"), "-D", data().toString())));
        var process = prepared(command)
                .redirectOutput(directory.resolve("log/start.log").toFile())
                .start();
        PrivateFiles.write(directory.resolve("port"), Integer.toString(port));
        return process;
    }

    /** The port that it was last started on. */
    static Optional<Integer> port(Path directory) throws IOException {
        var file = directory.resolve("port");
        return Files.exists(file) ? Optional.of(Integer.valueOf(Files.readString(file))) : Optional.empty();
    }

    /**
     * The running server's process, where there is one. A pid file that a crash left behind may name a process that has
     * nothing to do with us: PostgreSQL's working directory is its data.
     */
    Optional<ProcessHandle> running() throws IOException {
        var pid = pidFile().stream().findFirst().map(String::strip).orElse("");
        return pid.matches("\\d{1,18}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(this::worksHere)
                : Optional.empty();
    }

    /** The pid file's lines; none where it is not there, as between the end of one server and the start of the next. */
    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(data().resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Whether it has come so far that a connection is answered, be it with "starting up". */
    boolean accepting(Process process) throws IOException {
        var lines = pidFile();
        return lines.size() >= LINES_WHEN_LISTENING && lines.getFirst().strip().equals(Long.toString(process.pid()));
    }

    /** In a container root may not look where another user's process works; that user may. */
    private boolean worksHere(ProcessHandle process) {
        var works = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isSameFile(works, data());
        } catch (IOException e) {
            return user.can(List.of("test", works.toString(), "-ef", data().toString()));
        }
    }

    /** Stops a running server, where there is one, in a mode of {@code pg_ctl}. */
    void stop(String mode) throws IOException {
        if (running().isPresent()) {
            run("pg_ctl", "stop", "-D", data().toString(), "-m", mode, "-w", "-t", "300");
        }
    }

    /** What PostgreSQL said last, for whoever has to find out why it doesn't start. */
    String lastWords() throws IOException {
        try (var files = Files.list(directory.resolve("log"))) {
            var lines = new ArrayList<String>();
            for (var file : files.sorted((a, b) -> Long.compare(modified(a), modified(b)))
                    .toList()) {
                lines.addAll(new String(Files.readAllBytes(file), UTF_8).lines().toList());
            }
            return lines.reversed().stream()
                    .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .findFirst()
                    .orElse("no word of it in " + directory.resolve("log"));
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private void initialise(String superuserPassword) throws IOException {
        var unfinished = directory.resolve("data.unfinished");
        var password = directory.resolve("password.unfinished");
        PrivateFiles.deleteTree(unfinished);
        PrivateFiles.directory(unfinished);
        PrivateFiles.write(password, superuserPassword);
        user.own(unfinished);
        user.own(password);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.delete(password);
        Files.move(unfinished, data());
        PrivateFiles.sync(directory);
    }

    private void checkVersion() throws IOException {
        var file = data().resolve("PG_VERSION");
        var found = Files.readString(file).strip();
        var ours = PostgresBinaries.MAJOR_VERSION;
        if (!found.equals(ours)) {
            throw new CannotRun(
                    "the data in " + data() + " is of PostgreSQL " + found + ", this program brings " + ours);
        }
    }

    /** The line that says why, of the many that a program writes; else its last one. */
    private static String telling(String output) {
        return output.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                .findFirst()
                .orElseGet(() -> output.strip().lines().reduce("without a word", (before, line) -> line));
    }

    private ProcessBuilder prepared(List<String> command) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(programs.program(program)));
        command.addAll(List.of(arguments));
        var process = prepared(user.command(command)).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("PostgreSQL's " + program + " failed: " + telling(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
