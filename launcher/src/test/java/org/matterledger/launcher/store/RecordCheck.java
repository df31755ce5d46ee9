package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of every record, whatever happened while it was written. */
record RecordCheck(JdbcClient database) {

    /** Positions without a hole up to the head, sequences without a hole in each stream, in the order of positions. */
    void isWhole() {
        assertThat(number("select position from ledger.head"))
                .as("the head is the number of events and the last position")
                .isEqualTo(number("select count(*) from ledger.event"))
                .isEqualTo(number("select coalesce(max(position), 0) from ledger.event"));
        assertThat(number("""
                select count(*) from (
                    select sequence, row_number() over (partition by stream order by position) - 1 as place
                    from ledger.event) e
                where sequence <> place""")).as("events out of the order of their stream").isZero();
        assertThat(number("select count(*) - count(distinct event_id) from ledger.event"))
                .as("doubled events")
                .isZero();
    }

    /** How many events of a stored name a stream holds. */
    long events(String stream, String type) {
        return database.sql("select count(*) from ledger.event where stream = :stream and type = :type")
                .param("stream", stream)
                .param("type", type)
                .query(Long.class)
                .single();
    }

    long number(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
