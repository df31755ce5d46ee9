package org.matterledger.query.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Present;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.StaffId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox: a work list of the command side that is never filled again, and so needs no view of its own. */
@Component
class NoticeView {

    private static final String UNSENT = "not sent: no mail server is configured";
    private static final String CLOSED = "waits for working hours";
    private static final String ON_ITS_WAY = "goes out next";

    private static final String SELECT = """
            select recipient, what, holder, matter_id, title, obligation_id, kind, due, rule, noted_at,
                   not_before, state, failure, sent_at, number,
                   coalesce((select zone from query.calendar_version v where v.calendar_id = o.calendar_id
                              order by version desc limit 1), 'UTC') as zone
              from command.outbox o
            """;

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;
    private final Present present;
    private final boolean sends;

    /** @param mailServer by which the nodes of this ledger send; blank where none is configured */
    NoticeView(
            JdbcClient db,
            StoredJson json,
            ConfidentialReader confidential,
            Present present,
            @Value("${ledger.mail.smtp-host:}") String mailServer) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
        this.present = present;
        this.sends = !mailServer.isBlank();
    }

    private record Row(Notice notice, ConfidentialText title) {}

    /** Whether notices leave at all. */
    boolean sends() {
        return sends;
    }

    /** The notices of one staff member, or of all; in the order in which they came. */
    List<Notice> page(@Nullable StaffId staff, long after, int rows) {
        var found = db.sql(SELECT + """
                         where number > :after and (:staff::text is null or recipient = :staff)
                         order by number limit :rows""")
                .param("after", after)
                .param("staff", staff == null ? null : staff.value())
                .param("rows", rows)
                .query(this::row)
                .list();
        return shown(found);
    }

    /**
     * The same, the newest first.
     *
     * @param only in which state; all states where it is absent
     * @param before the number that the page comes before
     */
    List<Notice> newest(@Nullable StaffId staff, @Nullable NoticeState only, long before, int rows) {
        var found = db.sql(SELECT + """
                         where number < :before and (:staff::text is null or recipient = :staff)
                           and (:only::text is null or state = :only)
                         order by number desc limit :rows""")
                .param("before", before)
                .param("staff", staff == null ? null : staff.value())
                .param("only", only == null ? null : only.name())
                .param("rows", rows)
                .query(this::row)
                .list();
        return shown(found);
    }

    /** How many notices there are of each state, and how many of those that wait were tried in vain. */
    record Figures(long sent, long waiting, long failing, long refused, long givenUp) {

        public long all() {
            return sent + waiting + refused + givenUp;
        }
    }

    Figures figures(@Nullable StaffId staff) {
        return db.sql("""
                        select count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'WAITING' and attempts > 0) as failing,
                               count(*) filter (where state = 'REFUSED') as refused,
                               count(*) filter (where state = 'GIVEN_UP') as given_up
                          from command.outbox where :staff::text is null or recipient = :staff""")
                .param("staff", staff == null ? null : staff.value())
                .query((row, number) -> new Figures(
                        row.getLong("sent"),
                        row.getLong("waiting"),
                        row.getLong("failing"),
                        row.getLong("refused"),
                        row.getLong("given_up")))
                .single();
    }

    private List<Notice> shown(List<Row> found) {
        var shown = Shown.of(confidential, found.stream().map(Row::title).toList());
        return found.stream()
                .map(row -> row.notice().titled(shown.text(row.title())))
                .toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var state = NoticeState.valueOf(row.getString("state"));
        var notBefore = instant(row, "not_before");
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
                notBefore,
                state,
                reason(state, row.getString("failure"), notBefore),
                row.getObject("sent_at") == null ? null : instant(row, "sent_at"),
                row.getString("holder"),
                row.getString("zone"),
                row.getLong("number"));
        return new Row(notice, json.read(row.getString("title"), ConfidentialText.class));
    }

    private @Nullable String reason(NoticeState state, @Nullable String failure, Instant notBefore) {
        return switch (state) {
            case SENT, WITHDRAWN -> null;
            case REFUSED, GIVEN_UP -> failure;
            case WAITING -> {
                if (failure != null) {
                    yield failure;
                }
                yield !sends ? UNSENT : notBefore.isAfter(present.now()) ? CLOSED : ON_ITS_WAY;
            }
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
