package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.home.CannotRun;

class MigrationsTest {

    private final DatabaseAccess ledger = TestDatabase.blank();
    private final Migrations migrations = new Migrations(ledger);

    @Test
    void bring_a_blank_database_to_the_form_that_the_program_knows() {
        assertThat(migrations.present()).isEmpty();
        migrations.run();
        assertThat(migrations.present()).hasValue(Migrations.latest());
        migrations.requireLatest();
    }

    @Test
    void stop_where_a_backup_was_taken() {
        migrations.runUpTo(1);
        assertThat(migrations.present()).hasValue(1);
        assertThatThrownBy(migrations::requireLatest).isInstanceOf(CannotRun.class);
        migrations.run();
        assertThat(migrations.present()).hasValue(Migrations.latest());
    }

    @Test
    void leave_a_database_of_a_newer_program_alone() throws SQLException {
        migrations.runUpTo(1);
        try (var connection = DriverManager.getConnection(ledger.url(), ledger.owner(), ledger.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into ledger.schema_history (installed_rank, version, description, type, script, checksum,
                                                       installed_by, execution_time, success)
                    values (999, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'owner', 1, true)
                    """);
        }
        assertThatThrownBy(migrations::run).isInstanceOf(CannotRun.class).hasMessageContaining("newer version");
        assertThat(migrations.present()).hasValue(999);
        assertThat(tables()).doesNotContain("token");
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(ledger.url(), ledger.owner(), ledger.ownerPassword());
                var tables = connection.getMetaData().getTables(null, "command", "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
