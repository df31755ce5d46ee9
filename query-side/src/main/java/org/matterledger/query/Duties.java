package org.matterledger.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Duty.Basis;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Lag;
import org.matterledger.values.Level;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.Reckoned;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of duties, each with what the entry tells that armed it. */
@Component
public final class Duties {

    private static final String COLUMNS = """
            select o.*, b.event as basis_event, b.occurred_at as basis_at, b.details ->> 'person' as basis_person,
                   b.details ->> 'staff' as basis_staff, b.details ->> 'channel' as basis_channel
            """;

    private static final String FROM = """
            from query.obligation o
            left join query.timeline b on b.matter_id = o.matter_id and b.version = o.basis_sequence
            """;

    private final JdbcClient db;
    private final StoredJson json;

    Duties(JdbcClient db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Duties that meet a condition.
     *
     * @param rest from {@code where} to {@code limit}, over {@code query.obligation o}
     */
    public List<Duty> read(String rest, Map<String, ?> parameters) {
        return db.sql(COLUMNS + FROM + rest)
                .params(parameters)
                .query((row, number) -> duty(row))
                .list();
    }

    /** What else a row tells that shows a duty. */
    @FunctionalInterface
    public interface Beside<T> {

        T and(Duty duty, ResultSet row) throws SQLException;
    }

    /**
     * Duties with more that is to be shown of them, in one look.
     *
     * @param columns what else is selected; {@code query.timeline b} is the entry that armed the duty
     * @param rest from {@code join} to {@code limit}
     */
    public <T> List<T> read(String columns, String rest, Map<String, ?> parameters, Beside<T> beside) {
        return db.sql(COLUMNS + ", " + columns + "\n" + FROM + rest)
                .params(parameters)
                .query((row, number) -> beside.and(duty(row), row))
                .list();
    }

    /** What is owed in a matter, the most pressing first. */
    public List<Duty> openIn(MatterId matter) {
        return read(
                "where o.matter_id = :matter and o.result = 'OPEN' order by o.due, o.obligation_id",
                Map.of("matter", matter.value()));
    }

    private Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                new ObligationId(row.getString("obligation_id")),
                new MatterId(row.getString("matter_id")),
                ObligationKind.valueOf(row.getString("kind")),
                row.getInt("instance"),
                new StaffId(row.getString("holder")),
                new EntryId(row.getString("basis")),
                row.getString("thread"),
                row.getString("subject"),
                time(row, "started_at"),
                time(row, "first_due"),
                time(row, "due"),
                time(row, "soon_at"),
                json.list(row.getString("ladder"), LadderStep.class),
                json.read(row.getString("reckoned"), Reckoned.class),
                row.getObject("promised_for", LocalDate.class),
                row.getObject("promised_time", LocalTime.class),
                row.getInt("promises"),
                DutyResult.valueOf(row.getString("result")),
                timeOrNull(row, "breached_at"),
                orNull(row, "reassessed", Reassessment::valueOf),
                orNull(row, "escalated_to", Level::valueOf),
                lag(row),
                timeOrNull(row, "ended_at"),
                orNull(row, "ended_by", EntryId::new),
                orNull(row, "next", ObligationId::new),
                orNull(row, "cancelled_for", CancelReason::valueOf),
                basis(row),
                row.getLong("version"),
                row.getLong("since"));
    }

    private static @Nullable Basis basis(ResultSet row) throws SQLException {
        var event = row.getString("basis_event");
        return event == null
                ? null
                : new Basis(
                        event,
                        time(row, "basis_at"),
                        row.getString("basis_person"),
                        row.getString("basis_staff"),
                        orNull(row, "basis_channel", ChannelKind::valueOf));
    }

    private static @Nullable Lag lag(ResultSet row) throws SQLException {
        var business = row.getObject("late_business", Long.class);
        return business == null
                ? null
                : new Lag(Duration.ofSeconds(business), Duration.ofSeconds(row.getLong("late_calendar")));
    }

    private static <T> @Nullable T orNull(ResultSet row, String column, Function<String, T> type) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : type.apply(text);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
