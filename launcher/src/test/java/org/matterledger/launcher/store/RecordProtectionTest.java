package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;

/** What the database itself keeps anybody from doing to the record. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordProtectionTest {

    private static final String STREAM = "staff-1";

    private final DatabaseAccess access = TestDatabase.fresh();
    private final LedgerDataSource dataSource = new LedgerDataSource(access);
    private final AppendConnection append = new AppendConnection(dataSource);
    private String before = "";

    @BeforeAll
    void three_events_stand() throws SQLException {
        assertThat(append(0, 1, 2)).isEqualTo(3);
        before = record();
    }

    @AfterEach
    void nothing_changed() throws SQLException {
        assertThat(record()).isEqualTo(before);
    }

    @AfterAll
    void close() {
        append.close();
        dataSource.close();
    }

    private long append(long... sequences) throws SQLException {
        var events = LongStream.of(sequences)
                .mapToObj(sequence -> event(STREAM, sequence))
                .toList();
        return append.append(List.of(events))[0];
    }

    private static StoredEvent event(String stream, long sequence) {
        return new StoredEvent(
                0, UUID.randomUUID(), stream, "staff", sequence, "staff.left", 1, Instant.EPOCH, "{}", "{}");
    }

    private Connection application() throws SQLException {
        return DriverManager.getConnection(access.url(), access.application(), access.applicationPassword());
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
    }

    /** All that the record says, with the definitions of its functions and the state of its triggers. */
    private String record() throws SQLException {
        try (var connection = application();
                var query = connection.createStatement();
                var row = query.executeQuery("""
                        select (select string_agg(e::text, E'\\n' order by position) from ledger.event e)
                            || (select h::text from ledger.head h)
                            || (select string_agg(pg_get_functiondef(p.oid), '' order by p.proname) from pg_proc p
                                where p.pronamespace = 'ledger'::regnamespace)
                            || (select string_agg(c.relacl::text, '' order by c.relname) from pg_class c
                                where c.relnamespace = 'ledger'::regnamespace)
                            || (select string_agg(p.proacl::text, '' order by p.proname) from pg_proc p
                                where p.pronamespace = 'ledger'::regnamespace)
                            || (select string_agg(t.tgname::text || t.tgenabled::text, '' order by t.tgname) from pg_trigger t)
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    @Nested
    class The_role_of_the_application {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "insert into ledger.event select 4, event_id, stream, stream_type, 3, type, revision, noted_at, payload,"
                            + " metadata, stored_at from ledger.event where position = 3",
                    "update ledger.event set payload = '{}'",
                    "delete from ledger.event",
                    "truncate ledger.event",
                    "drop table ledger.event",
                    "alter table ledger.event disable trigger all",
                    "alter table ledger.event disable trigger event_is_for_ever",
                    "drop trigger event_is_for_ever on ledger.event",
                    "alter table ledger.event add column more text",
                    "create or replace function ledger.append(integer[], uuid[], text[], text[], bigint[], text[], integer[],"
                            + " timestamptz[], text[], text[]) returns bigint[] language sql as 'select null::bigint[]'",
                    "create or replace function ledger.refuse_change() returns trigger language plpgsql as"
                            + " 'begin return null; end'",
                    "drop function ledger.settle",
                    "set session_replication_role = replica",
                    "update ledger.head set position = 0",
                    "update ledger.head set position = 100",
                    "delete from ledger.head",
                    "insert into ledger.head (only_one, position) values (false, 7)",
                    "select * from ledger.head for update",
                    "lock table ledger.event in exclusive mode",
                    "lock table ledger.head in share mode",
                    "create rule never as on insert to ledger.event do instead nothing",
                    "create table ledger.event_2 (like ledger.event)",
                    "create temporary table event (like ledger.event)",
                    "set role matter_ledger_owner"
                })
        void may_not(String statement) throws SQLException {
            try (var connection = application();
                    var doing = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> doing.execute(statement))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "grant update, delete, truncate on ledger.event to current_user",
                    "grant select on ledger.event to public"
                })
        void gets_nothing_by(String grant) throws SQLException {
            try (var connection = application();
                    var doing = connection.createStatement()) {
                doing.execute(grant);
                assertThat(doing.getWarnings().getMessage()).contains("granted");
            }
        }

        @Test
        void is_not_the_owner_nor_may_become_it() throws SQLException {
            try (var connection = application();
                    var query = connection.createStatement();
                    var row = query.executeQuery("""
                            select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                                or exists (select from pg_auth_members where member = r.oid)
                            from pg_roles r where rolname = current_user""")) {
                row.next();
                assertThat(row.getBoolean(1)).isFalse();
                assertThat(access.application()).isNotEqualTo(access.owner());
            }
        }
    }

    @Nested
    class Even_the_owner {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update ledger.event set payload = '{}'",
                    "delete from ledger.event",
                    "truncate ledger.event",
                    "delete from ledger.head",
                    "update ledger.head set position = 1",
                    "set session_replication_role = replica"
                })
        void may_not(String statement) throws SQLException {
            try (var connection = owner();
                    var doing = connection.createStatement()) {
                assertThatThrownBy(() -> doing.execute(statement)).isInstanceOf(SQLException.class);
            }
        }
    }

    @Nested
    class An_append {

        @ParameterizedTest
        @CsvSource({"4, 5", "3, 5", "3, 3", "2, 3", "4, 3", "0, 1", "5, 6"})
        void that_is_not_the_next_of_its_stream_is_refused(long first, long second) throws SQLException {
            assertThat(append(first, second)).isEqualTo(-1);
        }

        @Test
        void that_doubles_one_sequence_and_leaves_out_another_is_refused() throws SQLException {
            assertThat(append(3, 5, 5)).isEqualTo(-1);
        }

        @Test
        void that_does_not_begin_its_stream_is_refused() throws SQLException {
            assertThat(append.append(List.of(List.of(event("staff-2", 1))))).containsExactly(-1);
        }

        @Test
        void is_left_out_whole_when_one_of_its_streams_is_in_conflict() throws SQLException {
            assertThat(append.append(List.of(List.of(event("claim-1", 0), event(STREAM, 7)))))
                    .containsExactly(-1);
        }

        @Test
        void of_a_negative_sequence_is_refused() throws SQLException {
            assertThat(append.append(List.of(List.of(event("staff-2", -1))))).containsExactly(-1);
        }
    }

    @Nested
    class Without_the_password {

        @ParameterizedTest
        @ValueSource(strings = {"", "guess", "postgres"})
        void nobody_on_this_machine_gets_in(String password) {
            for (var user : List.of(access.application(), access.owner(), "postgres", "root")) {
                assertThatThrownBy(() -> DriverManager.getConnection(access.url(), user, password))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(
                                () -> DriverManager.getConnection(access.url().replaceAll("[?].*", ""), user, password))
                        .isInstanceOf(SQLException.class);
            }
        }

        @Test
        void there_is_no_other_door() throws SQLException, IOException {
            var port = URI.create(access.url().substring("jdbc:".length())).getPort();
            assertThat(Files.readAllLines(Path.of("/proc/net/unix")))
                    .as("local sockets")
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(".s.PGSQL." + port));
            assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown("password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void what_is_acknowledged_is_on_disk() throws SQLException {
        assertThat(List.of(shown("fsync"), shown("synchronous_commit"), shown("full_page_writes")))
                .containsOnly("on");
    }

    private String shown(String setting) throws SQLException {
        try (var connection = dataSource.openForAppending();
                var query = connection.createStatement();
                var row = query.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
