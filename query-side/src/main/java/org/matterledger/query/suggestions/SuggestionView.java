package org.matterledger.query.suggestions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the messages that wait for an answer and look as if they needed none. What is confirmed leaves the list. */
@Component
class SuggestionView {

    private static final Title UNKNOWN = new Title("A matter that is not shown yet", "–");

    private static final String SUGGESTED = """
            from query.obligation o
            join query.timeline b on b.matter_id = o.matter_id and b.version = o.basis_sequence
            where o.kind = 'REPLY' and o.result = 'OPEN' and b.details ->> 'noAnswerSuggested' = 'true'
              and (:staff::text is null or o.holder = :staff)
            """;

    private final JdbcClient db;
    private final StoredJson json;
    private final NamesView names;
    private final ConfidentialReader confidential;

    SuggestionView(JdbcClient db, StoredJson json, NamesView names, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.names = names;
        this.confidential = confidential;
    }

    private record Row(
            ObligationId obligation,
            MatterId matter,
            EntryId entry,
            @Nullable String person,
            @Nullable ConfidentialText subject,
            Instant receivedAt,
            Instant due,
            StaffId holder) {}

    /** @param staff who has to answer; everybody where absent */
    long count(@Nullable StaffId staff) {
        return db.sql("select count(*) " + SUGGESTED)
                .param("staff", staff == null ? null : staff.value())
                .query(Long.class)
                .single();
    }

    /**
     * The next due first.
     *
     * @param staff who has to answer; everybody where absent
     * @param after as {@link SuggestedWaiver#key} gave it
     */
    List<SuggestedWaiver> page(@Nullable StaffId staff, Optional<List<String>> after, int rows) {
        var page = db.sql("""
                        select o.obligation_id, o.matter_id, o.basis, o.due, o.holder, b.occurred_at, b.text,
                               b.details ->> 'person' as person
                        """ + SUGGESTED + """
                          and (o.due, o.obligation_id) > (:due, :id) order by o.due, o.obligation_id limit :rows""")
                .param("staff", staff == null ? null : staff.value())
                .param(
                        "due",
                        after.map(key -> Instant.parse(key.get(0)))
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC))
                .param("id", after.map(key -> key.get(1)).orElse(""))
                .param("rows", rows)
                .query(this::row)
                .list();
        return shown(page);
    }

    private List<SuggestedWaiver> shown(List<Row> page) {
        var titles = names.titles(page.stream().map(Row::matter).toList());
        var people = names.people(
                page.stream().map(Row::person).filter(Objects::nonNull).toList());
        var subjects = Shown.of(confidential, page.stream().map(Row::subject).toList());
        return page.stream()
                .map(row -> {
                    var title = titles.getOrDefault(row.matter().value(), UNKNOWN);
                    return new SuggestedWaiver(
                            row.entry(),
                            row.matter(),
                            title.title(),
                            title.client(),
                            row.person() == null ? null : people.getOrDefault(row.person(), "somebody"),
                            subjects.orNull(row.subject()),
                            row.receivedAt(),
                            row.due(),
                            row.holder(),
                            row.obligation());
                })
                .toList();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var subject = row.getString("text");
        return new Row(
                new ObligationId(row.getString("obligation_id")),
                new MatterId(row.getString("matter_id")),
                new EntryId(row.getString("basis")),
                row.getString("person"),
                subject == null ? null : json.read(subject, ConfidentialText.class),
                time(row, "occurred_at"),
                time(row, "due"),
                new StaffId(row.getString("holder")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
