package org.matterledger.query.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.Shown;
import org.matterledger.query.StoredJson;
import org.matterledger.query.timeline.TimelineEntry.Mark;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads timelines in the order in which things happened. A walk over the pages is bounded by the last event that the
 * matter had when it began, so that a late entry noted meanwhile shifts nothing.
 */
@Component
class TimelineView {

    private static final String COLUMNS =
            "select position, version, entry_id, event, occurred_at, noted_at, actor, origin, details, text, reason,"
                    + " evidence from query.timeline ";

    private final JdbcClient db;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    TimelineView(JdbcClient db, StoredJson json, ConfidentialReader confidential) {
        this.db = db;
        this.json = json;
        this.confidential = confidential;
    }

    /** Where a walk over the timeline stands. */
    record Place(Instant occurredAt, long position, long bound) {

        static Place of(List<String> key) {
            return new Place(Instant.parse(key.get(0)), Long.parseLong(key.get(1)), Long.parseLong(key.get(2)));
        }

        /** Before everything that a matter with these events can hold. */
        static Place start(long bound) {
            return new Place(Instant.EPOCH, -1, bound);
        }

        /** After everything that a matter can hold. */
        static Place end(long bound) {
            return new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, bound);
        }

        /** Right at an entry, which itself is not on the next page. */
        static Place after(TimelineEntry entry, long bound) {
            return new Place(entry.occurredAt(), entry.position(), bound);
        }

        List<String> key() {
            return List.of(occurredAt.toString(), Long.toString(position), Long.toString(bound));
        }
    }

    /** The position of the last event that the view has of a matter; empty for an unknown one. */
    Optional<Long> last(MatterId matter) {
        return db.sql("select max(position) as last from query.timeline where matter_id = :matter")
                .param("matter", matter.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("last", Long.class)))
                .single();
    }

    List<TimelineEntry> page(MatterId matter, Place after, int rows) {
        return opened(
                matter,
                db.sql(COLUMNS + """
                        where matter_id = :matter and position <= :bound
                          and (occurred_at, position) > (:occurred, :position)
                        order by occurred_at, position limit :rows
                        """)
                        .param("matter", matter.value())
                        .param("bound", after.bound())
                        .param("occurred", after.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("position", after.position())
                        .param("rows", rows)
                        .query(this::row)
                        .list());
    }

    Optional<TimelineEntry> entry(MatterId matter, EntryId entry) {
        return opened(
                        matter,
                        db.sql(COLUMNS + "where matter_id = :matter and entry_id = :entry")
                                .param("matter", matter.value())
                                .param("entry", entry.value())
                                .query(this::row)
                                .list())
                .stream()
                .findFirst();
    }

    /** Whether the matter has an entry of this id. */
    boolean has(MatterId matter, String entry) {
        return db.sql("select exists (select 1 from query.timeline where matter_id = :matter and entry_id = :entry)")
                .param("matter", matter.value())
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    /** The newest first, as people look at it. */
    List<TimelineEntry> newest(MatterId matter, Only only, Place before, int rows) {
        return opened(
                matter,
                db.sql(COLUMNS + """
                        where matter_id = :matter and position <= :bound
                          and (occurred_at, position) < (:occurred, :position) and
                        """ + only.condition() + " order by occurred_at desc, position desc limit :rows")
                        .param("matter", matter.value())
                        .param("bound", before.bound())
                        .param("occurred", before.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("position", before.position())
                        .param("rows", rows)
                        .query(this::row)
                        .list());
    }

    /** How many things happened of each kind. */
    Map<String, Long> figures(MatterId matter) {
        var counts = Stream.of(Only.values())
                .map(only -> "count(*) filter (where " + only.condition() + ") as " + only.name())
                .collect(Collectors.joining(", "));
        return db.sql("select " + counts + " from query.timeline where matter_id = :matter")
                .param("matter", matter.value())
                .query((row, number) -> {
                    Map<String, Long> figures = new HashMap<>();
                    for (var only : Only.values()) {
                        figures.put(only.name(), row.getLong(only.name()));
                    }
                    return figures;
                })
                .single();
    }

    private record Row(
            TimelineEntry entry,
            @Nullable ConfidentialText text,
            @Nullable ConfidentialText reason,
            @Nullable ConfidentialText evidence) {

        TimelineEntry opened(Shown shown, @Nullable List<Mark> marks) {
            return new TimelineEntry(
                    entry.event(),
                    entry.id(),
                    entry.occurredAt(),
                    entry.notedAt(),
                    entry.actor(),
                    entry.origin(),
                    entry.position(),
                    entry.version(),
                    shown.orNull(text),
                    shown.orNull(reason),
                    shown.orNull(evidence),
                    marks,
                    entry.details());
        }
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new TimelineEntry(
                        row.getString("event"),
                        row.getString("entry_id"),
                        instant(row, "occurred_at"),
                        instant(row, "noted_at"),
                        row.getString("actor"),
                        row.getString("origin"),
                        row.getLong("position"),
                        row.getLong("version"),
                        null,
                        null,
                        null,
                        null,
                        json.read(row.getString("details"), Details.class)),
                json.sealed(row.getString("text")),
                json.sealed(row.getString("reason")),
                json.sealed(row.getString("evidence")));
    }

    private List<TimelineEntry> opened(MatterId matter, List<Row> rows) {
        var shown = Shown.of(
                confidential,
                rows.stream()
                        .flatMap(row -> Stream.of(row.text(), row.reason(), row.evidence()))
                        .toList());
        var marks = marks(matter, rows);
        return rows.stream()
                .map(row -> row.opened(shown, marks.get(row.entry().id())))
                .toList();
    }

    /** What became of the entries of a page. */
    private Map<@Nullable String, List<Mark>> marks(MatterId matter, List<Row> rows) {
        Map<@Nullable String, List<Mark>> marks = new HashMap<>();
        var entries = rows.stream()
                .map(row -> row.entry().id())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        if (entries.length > 0) {
            db.sql("""
                            select about, event, noted_at, version from query.timeline
                            where matter_id = :matter and about = any(:entries) order by position
                            """)
                    .param("matter", matter.value())
                    .param("entries", entries)
                    .query(row -> {
                        marks.computeIfAbsent(row.getString("about"), about -> new ArrayList<>())
                                .add(new Mark(
                                        row.getString("event"), instant(row, "noted_at"), row.getLong("version")));
                    });
        }
        return marks;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
