package org.matterledger.launcher.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.PrivateFiles;
import org.postgresql.PGConnection;

/**
 * Writes a ledger into a file, running or not: one consistent picture, with the rows of each table as PostgreSQL's COPY
 * gives them. The file has its name only when it is whole and on disk. The master key is not in it.
 */
public final class Backup {

    private Backup() {}

    /**
     * Takes a backup.
     *
     * @param taken when; true time
     * @throws CannotRun when the file exists
     */
    public static Manifest take(DatabaseAccess access, Path file, Instant taken) {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            if (Files.exists(file)) {
                throw new CannotRun(file + " exists; a backup does not replace a file");
            }
            var manifest = write(access, unfinished, taken);
            // A link, unlike a rename, never replaces what came to stand there meanwhile.
            Files.createLink(file, unfinished);
            PrivateFiles.sync(file.toAbsolutePath().resolveSibling(""));
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw new CannotRun(file + " exists; a backup does not replace a file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new CannotRun("the backup broke off, and nothing was written: " + e.getMessage(), e);
        } finally {
            unfinished.toFile().delete();
        }
    }

    /** Whether the events are in another store, so that no backup of the database holds them. */
    public static boolean lacksTheRecord(DatabaseAccess access) {
        try (var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            return number(connection, "select count(*) from command.record_place where store <> 'postgresql'") > 0;
        } catch (SQLException e) {
            throw new CannotRun("the database can't be asked where the record is: " + e.getMessage(), e);
        }
    }

    private static Manifest write(DatabaseAccess access, Path file, Instant taken) throws IOException, SQLException {
        try (var channel = PrivateFiles.create(file);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                var connection = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword())) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var contents = new ArrayList<Manifest.Content>();
            for (var table : LedgerTables.of(connection)) {
                contents.add(copy(connection, table, zip));
            }
            var manifest = new Manifest(schema(connection), position(connection), taken, contents);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.text().getBytes(UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private static Manifest.Content copy(Connection connection, LedgerTables.Table table, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.name()));
        var digest = sha256();
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.copyOut(), new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        return new Manifest.Content(table.name(), rows, HexFormat.of().formatHex(digest.digest()), table.columns());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int schema(Connection connection) throws SQLException {
        return (int) number(connection, "select max(version::int) from ledger.schema_history where success");
    }

    private static long position(Connection connection) throws SQLException {
        return number(connection, "select position from ledger.head");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The driver may close what it wrote to; the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
