package org.matterledger.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.Migrations;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.CannotRun;

class BackupTest {

    private static final Instant TAKEN = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private final DatabaseAccess ledger = TestDatabase.fresh();
    private Path file = Path.of("");

    @BeforeEach
    void a_ledger_with_three_events() throws SQLException {
        file = directory.resolve("ledger.backup");
        append(ledger, "matter-1", 0);
        append(ledger, "matter-1", 1);
        append(ledger, "matter-2", 0);
        execute(ledger, """
                insert into command.saga_association (association_key, association_value)
                values ('a tab\t, a line\nand \\N', null)
                """);
    }

    @Nested
    class Restored {

        private final DatabaseAccess copy = TestDatabase.blank();

        @Test
        void is_the_same_ledger_row_for_row() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            restore();
            assertThat(rows(copy)).isEqualTo(rows(ledger)).containsKey("ledger.event");
        }

        @Test
        void goes_on_with_the_next_position() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            restore();
            assertThat(append(copy, "matter-2", 1)).isEqualTo("{4}");
        }

        @Test
        void numbers_new_rows_after_the_restored_ones() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            restore();
            execute(copy, "insert into command.saga_association (association_key) values ('next')");
            assertThat(answer(copy, "select max(id)::text from command.saga_association"))
                    .isEqualTo("2");
        }

        @Test
        void guards_its_record_again() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            restore();
            assertThatThrownBy(() -> execute(copy, "delete from ledger.event")).hasMessageContaining("append-only");
            assertThatThrownBy(() -> execute(copy, "delete from ledger.head")).hasMessageContaining("append-only");
        }

        @Test
        void leaves_out_what_came_after_it() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            append(ledger, "matter-3", 0);
            restore();
            assertThat(answer(copy, "select max(position)::text from ledger.event"))
                    .isEqualTo("3");
        }

        private void restore() {
            try (var restore = Restore.open(file, Migrations.latest())) {
                restore.into(copy);
            }
        }
    }

    @Nested
    class Refused {

        @Test
        void over_a_file_that_exists() throws IOException {
            Files.writeString(file, "precious");
            assertThatThrownBy(() -> Backup.take(ledger, file, TAKEN)).isInstanceOf(CannotRun.class);
            assertThat(file).hasContent("precious");
        }

        @Test
        void into_a_database_that_holds_a_ledger() throws SQLException {
            Backup.take(ledger, file, TAKEN);
            var before = rows(ledger);
            try (var restore = Restore.open(file, Migrations.latest())) {
                assertThatThrownBy(() -> restore.into(ledger))
                        .isInstanceOf(CannotRun.class)
                        .hasMessageContaining("holds a ledger already");
            }
            assertThat(rows(ledger)).isEqualTo(before);
        }

        @Test
        void when_cut_off() throws IOException {
            Backup.take(ledger, file, TAKEN);
            var whole = Files.readAllBytes(file);
            for (var length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
                Files.write(file, java.util.Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> Restore.open(file, Migrations.latest()))
                        .isInstanceOf(CannotRun.class);
            }
        }

        @Test
        void when_a_row_was_changed() throws IOException {
            Backup.take(ledger, file, TAKEN);
            rewrite("ledger.event", text -> text.replace("matter-1", "matter-9"));
            assertThatThrownBy(() -> Restore.open(file, Migrations.latest()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("damaged");
        }

        @Test
        void when_newer_than_the_program() throws IOException {
            Backup.take(ledger, file, TAKEN);
            assertThatThrownBy(() -> Restore.open(file, Migrations.latest() - 1))
                    .hasMessageContaining("newer version");
            rewrite(Manifest.ENTRY, text -> text.replace("matter-ledger backup 1", "matter-ledger backup 2"));
            assertThatThrownBy(() -> Restore.open(file, Migrations.latest())).hasMessageContaining("newer version");
        }

        @Test
        void when_it_is_something_else() throws IOException {
            Files.writeString(file, "Dear client");
            assertThatThrownBy(() -> Restore.open(file, Migrations.latest()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("not a backup");
        }
    }

    @Test
    void leaves_nothing_half_when_it_breaks_off() {
        var wrong = new DatabaseAccess(ledger.url(), ledger.owner(), "guess", ledger.application(), "guess");
        assertThatThrownBy(() -> Backup.take(wrong, file, TAKEN)).isInstanceOf(CannotRun.class);
        assertThat(directory).isEmptyDirectory();
    }

    private void rewrite(String entry, java.util.function.UnaryOperator<String> change) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var each : zip.stream().toList()) {
                contents.put(
                        each.getName(), new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(contents).containsKey(entry);
        contents.computeIfPresent(entry, (name, text) -> change.apply(text));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String append(DatabaseAccess to, String stream, long sequence) throws SQLException {
        return answer(to, """
                select ledger.append(array[0], array[gen_random_uuid()], array['%s'], array['matter'], array[%d::bigint],
                                     array['matter.opened'], array[1], array[timestamptz '2026-11-22 08:00:00Z'],
                                     array['{"x": "a tab\t"}'], array['{}'])::text
                """.formatted(stream, sequence));
    }

    /** Every row of every table that makes the ledger, as text. */
    private static Map<String, Object> rows(DatabaseAccess of) throws SQLException {
        var all = new TreeMap<String, Object>();
        try (var connection = DriverManager.getConnection(of.url(), of.owner(), of.ownerPassword());
                var statement = connection.createStatement()) {
            for (var table : LedgerTables.of(connection)) {
                var rows = new ArrayList<String>();
                try (var found =
                        statement.executeQuery("select t::text from %s t order by 1".formatted(table.name()))) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
                all.put(table.name(), rows);
            }
        }
        return all;
    }

    private static String answer(DatabaseAccess of, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(of.url(), of.owner(), of.ownerPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DatabaseAccess of, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(of.url(), of.owner(), of.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
