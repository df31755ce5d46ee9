package org.matterledger.launcher.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.home.CannotRun;
import org.postgresql.PGConnection;

/** A backup that was read through and found whole, ready to become a ledger again. */
public final class Restore implements AutoCloseable {

    private final String name;
    private final ZipFile file;
    private final Manifest manifest;

    private Restore(String name, ZipFile file, Manifest manifest) {
        this.name = name;
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Reads a backup from end to end, before anything is touched.
     *
     * @param schema the last database migration that this program knows
     * @throws CannotRun when it is missing, damaged, cut off, or newer than this program
     */
    public static Restore open(Path path, int schema) {
        var name = path.toString();
        if (!Files.isRegularFile(path)) {
            throw new CannotRun("there is no file " + name);
        }
        try {
            var file = new ZipFile(path.toFile());
            try {
                var restore = new Restore(name, file, manifest(name, file));
                restore.verify(schema);
                return restore;
            } catch (RuntimeException | IOException e) {
                file.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new CannotRun(name + " is not a backup of a ledger, or is damaged or cut off", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Fills a new, empty database: in the form in which the backup was taken, then migrated to this program's.
     *
     * @throws CannotRun when the database holds a ledger already; nothing is changed then
     */
    public void into(DatabaseAccess access) {
        refuseUnlessEmpty(access);
        var migrations = new Migrations(access);
        migrations.runUpTo(manifest.schema());
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            connection.setAutoCommit(false);
            var tables = LedgerTables.of(connection);
            requireSameTables(tables);
            for (var table : tables) {
                fill(connection, table);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new CannotRun("the restore broke off: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        migrations.run();
    }

    private static Manifest manifest(String name, ZipFile file) throws IOException {
        var entry = file.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new CannotRun(name + " is not a backup of a ledger");
        }
        try (var in = file.getInputStream(entry)) {
            return Manifest.parse(name, new String(in.readAllBytes(), UTF_8));
        }
    }

    private void verify(int schema) throws IOException {
        if (manifest.schema() > schema) {
            throw new CannotRun("%s was written by a newer version of the ledger (schema %d; this one knows %d)"
                    .formatted(name, manifest.schema(), schema));
        }
        for (var content : manifest.contents()) {
            var digest = Backup.sha256();
            try (var in = new DigestInputStream(entry(content), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
                throw Manifest.damaged(name);
            }
        }
    }

    private InputStream entry(Manifest.Content content) throws IOException {
        var entry = file.getEntry(content.table());
        if (entry == null) {
            throw Manifest.damaged(name);
        }
        return file.getInputStream(entry);
    }

    private static void refuseUnlessEmpty(DatabaseAccess access) {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                var statement = connection.createStatement()) {
            if (yields(statement, "select 1 where to_regclass('ledger.event') is not null")
                    && yields(statement, "select 1 from ledger.event limit 1")) {
                throw new CannotRun("the database holds a ledger already; a backup is restored into a fresh one only");
            }
        } catch (SQLException e) {
            throw new CannotRun("the restore cannot begin: " + e.getMessage(), e);
        }
    }

    private static boolean yields(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void requireSameTables(Iterable<LedgerTables.Table> tables) {
        var backedUp = manifest.contents().stream().map(Manifest.Content::table).collect(Collectors.toSet());
        for (var table : tables) {
            if (!backedUp.remove(table.name())) {
                throw new CannotRun(name + " lacks the table " + table.name());
            }
        }
        if (!backedUp.isEmpty()) {
            throw new CannotRun(name + " has tables that its schema does not have: " + backedUp);
        }
    }

    /** The record's triggers refuse what nobody may do; filling a table anew is what only its owner can, here. */
    private void fill(Connection connection, LedgerTables.Table table) throws SQLException, IOException {
        var content = manifest.contents().stream()
                .filter(candidate -> candidate.table().equals(table.name()))
                .findFirst()
                .orElseThrow();
        run(connection, "alter table %s disable trigger user".formatted(table.name()));
        run(connection, "delete from %s".formatted(table.name()));
        try (var in = entry(content)) {
            var copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), content.columns()), in);
            if (copied != content.rows()) {
                throw Manifest.damaged(name);
            }
        }
        run(connection, "alter table %s enable trigger user".formatted(table.name()));
        continueCounting(connection, table);
    }

    /** Identity columns go on after the highest number that was restored. */
    private static void continueCounting(Connection connection, LedgerTables.Table table) throws SQLException {
        for (var column : table.counted(connection)) {
            run(
                    connection,
                    "select setval(pg_get_serial_sequence('%1$s', '%2$s'), max(%2$s)) from %1$s having count(*) > 0"
                            .formatted(table.name(), column));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
