package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private final DatabaseAccess access = TestDatabase.fresh();

    @Test
    void writes_to_disk_before_it_acknowledges() throws SQLException {
        assertThat(shown("fsync")).isEqualTo("on");
        assertThat(shown("synchronous_commit")).isEqualTo("on");
        assertThat(shown("full_page_writes")).isEqualTo("on");
    }

    @Test
    void lets_no_local_process_in_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), access.application(), "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "postgres", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void lets_the_application_create_nothing() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(access.url(), access.application(), access.applicationPassword());
                var statement = connection.createStatement()) {
            for (var schema : new String[] {"public", "ledger", "command", "query", "pg_temp"}) {
                assertThatThrownBy(() -> statement.execute("create table " + schema + ".mine (x int)"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> statement.execute("create schema mine")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void compares_text_the_same_on_every_machine() throws SQLException {
        assertThat(shown("server_encoding")).isEqualTo("UTF8");
        assertThat(
                        answer(
                                "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()"))
                .isEqualTo("b C.UTF-8");
    }

    private String shown(String setting) throws SQLException {
        return answer("show " + setting);
    }

    private String answer(String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(access.url(), access.application(), access.applicationPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
