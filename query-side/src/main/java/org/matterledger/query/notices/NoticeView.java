package org.matterledger.query.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox: a work list of the command side that is never filled again, and so needs no view of its own. */
@Component
class NoticeView {

    private static final String UNSENT = "not sent: no mail server is configured";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    NoticeView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    private record Row(Notice notice, ConfidentialText title) {}

    /** The notices of one staff member, or of all; in the order in which they came. */
    List<Notice> page(@Nullable StaffId staff, long after, int rows) {
        var found = db.sql("""
                        select recipient, what, matter_id, title, obligation_id, kind, due, rule, noted_at, not_before,
                               state, failure, sent_at, number
                          from command.outbox
                         where number > :after and (:staff::text is null or recipient = :staff)
                         order by number limit :rows""")
                .param("after", after)
                .param("staff", staff == null ? null : staff.value())
                .param("rows", rows)
                .query(this::row)
                .list();
        var shown = Shown.of(confidential, found.stream().map(Row::title).toList());
        return found.stream()
                .map(row -> row.notice().titled(shown.text(row.title())))
                .toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var state = row.getString("state");
        var failure = row.getString("failure");
        var notice = new Notice(
                row.getString("recipient"),
                row.getString("what"),
                row.getString("matter_id"),
                "",
                row.getString("obligation_id"),
                ObligationKind.valueOf(row.getString("kind")),
                instant(row, "due"),
                row.getString("rule"),
                instant(row, "noted_at"),
                instant(row, "not_before"),
                state,
                state.equals("WAITING") ? failure == null ? UNSENT : failure : null,
                row.getObject("sent_at") == null ? null : instant(row, "sent_at"),
                row.getLong("number"));
        return new Row(notice, json.read(row.getString("title"), ConfidentialText.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
