package org.matterledger.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single entries of a matter's record: for forms that are about one. */
@Component
public final class Entries {

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    Entries(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    /**
     * What was recorded.
     *
     * @param event its stored name
     * @param person who spoke for the client
     * @param staff who spoke for the firm, or asked
     * @param about the entry that it is about
     * @param correction what is said to have been wrong
     * @param movedTo the matter to which it is said to belong
     * @param noAnswerSuggested whether it is said to need no answer
     * @param text subject, summary or words, as far as they can be read
     * @param reason why, as far as it can be read
     */
    public record Entry(
            EntryId id,
            String event,
            Instant occurredAt,
            @Nullable String person,
            @Nullable String staff,
            @Nullable ChannelKind channel,
            @Nullable String about,
            @Nullable Correction correction,
            @Nullable String movedTo,
            @Nullable Boolean noAnswerSuggested,
            @Nullable String text,
            @Nullable String reason) {}

    /** What a matter's record holds under an id; empty where the views have nothing there. */
    public Optional<Entry> find(EntryId id) {
        return db.sql("""
                        select event, occurred_at, details, text, reason from query.timeline
                        where matter_id = :matter and version = :version
                        """)
                .param("matter", id.matter().value())
                .param("version", id.sequence())
                .query((row, number) -> entry(id, row))
                .optional();
    }

    /** What the timeline's details hold that a form needs; the rest is left out. */
    private record Said(
            @Nullable String person,
            @Nullable String staff,
            @Nullable ChannelKind channel,
            @Nullable String about,
            @Nullable Correction correction,
            @Nullable String movedTo,
            @Nullable Boolean noAnswerSuggested) {}

    private Entry entry(EntryId id, ResultSet row) throws SQLException {
        var said = json.read(row.getString("details"), Said.class);
        return new Entry(
                id,
                row.getString("event"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                said.person(),
                said.staff(),
                said.channel(),
                said.about(),
                said.correction(),
                said.movedTo(),
                said.noAnswerSuggested(),
                confidential.shown(json.sealed(row.getString("text"))),
                confidential.shown(json.sealed(row.getString("reason"))));
    }
}
