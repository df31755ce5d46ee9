package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.CannotRun;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordOfHomeTest {

    private final DatabaseAccess access = TestDatabase.fresh();
    private final LedgerDataSource dataSource = new LedgerDataSource(access);
    private final JdbcClient database = JdbcClient.create(dataSource);
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void is_in_postgresql_where_nobody_asks() {
        open("");
        assertThat(opened).containsExactly("postgresql");
    }

    @Test
    void stays_in_the_store_where_it_was_first() {
        open("axon-server");
        open("");
        assertThat(opened).containsExactly("axon-server", "axon-server");
    }

    @Test
    void is_not_looked_for_in_another_store() {
        open("axon-server");
        assertThatThrownBy(() -> open("postgresql"))
                .isInstanceOf(CannotRun.class)
                .hasMessage("this ledger's record is kept with --store axon-server, not with --store postgresql");
        assertThat(opened).hasSize(1);
    }

    @Test
    void is_chosen_anew_when_its_store_could_not_be_opened() {
        assertThatThrownBy(() -> new RecordOfHome(database).open("axon-server", store -> {
                    throw new CannotRun("no server");
                }))
                .isInstanceOf(CannotRun.class);
        open("postgresql");
        assertThat(opened).containsExactly("postgresql");
    }

    @Test
    void is_refused_when_views_have_read_further_than_it_goes() {
        new Headcount().begin(database, 7);
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("ends at position 0, but this ledger's views have read up to 7");
        assertThat(place()).isEmpty();
    }

    private Optional<String> place() {
        return database.sql("select store from command.record_place")
                .query(String.class)
                .optional();
    }

    /** The record is in PostgreSQL all the same: what counts here is which store was asked for. */
    private void open(String asked) {
        new RecordOfHome(database)
                .open(asked, store -> {
                    opened.add(store);
                    return new PostgresRecordStore(dataSource, dataSource, SampleEvents.codec());
                })
                .close();
    }
}
