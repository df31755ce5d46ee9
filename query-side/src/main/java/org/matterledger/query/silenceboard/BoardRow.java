package org.matterledger.query.silenceboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.StoredJson;
import org.matterledger.query.silenceboard.Silence.Promised;
import org.matterledger.values.ConfidentialText;

/**
 * What the rows say of a matter's silence: instants only; what has passed since is reckoned at reading.
 *
 * @param owed the open duty to be heard; absent where no silence is measured
 */
record BoardRow(
        String matter,
        ConfidentialText title,
        @Nullable ConfidentialText client,
        String responsible,
        @Nullable ConfidentialText responsibleName,
        String partner,
        String calendar,
        int calendarVersion,
        long opened,
        @Nullable Owed owed,
        @Nullable Instant lastFromFirm,
        @Nullable Instant lastContact,
        @Nullable Instant unanswered,
        @Nullable Promised promised,
        int chases) {

    /** @param since when the client last heard from the firm */
    record Owed(String obligation, Instant since, Instant due, Instant soonAt) {}

    static BoardRow of(ResultSet row, StoredJson json) throws SQLException {
        var obligation = row.getString("obligation_id");
        var promise = row.getString("promise");
        return new BoardRow(
                row.getString("matter_id"),
                json.read(row.getString("title"), ConfidentialText.class),
                json.sealed(row.getString("client")),
                row.getString("responsible"),
                json.sealed(row.getString("responsible_name")),
                row.getString("accountable_partner"),
                row.getString("calendar_id"),
                row.getInt("calendar_version"),
                row.getLong("opened"),
                obligation == null
                        ? null
                        : new Owed(obligation, time(row, "started_at"), time(row, "due"), time(row, "soon_at")),
                timeOrNull(row, "last_from_firm"),
                timeOrNull(row, "last_contact"),
                timeOrNull(row, "unanswered"),
                promise == null
                        ? null
                        : new Promised(
                                promise, time(row, "promise_due"), row.getObject("promised_for", LocalDate.class)),
                row.getInt("chases"));
    }

    /** What the next page begins after: where silence is measured its limit, behind them the matters without. */
    List<String> key() {
        return owed == null
                ? List.of("unmeasured", Long.toString(opened), "")
                : List.of("measured", owed.due().toString(), owed.obligation());
    }

    Stream<@Nullable ConfidentialText> texts() {
        return Stream.of(title, client, responsibleName);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
