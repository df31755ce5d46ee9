package org.matterledger.query.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.AbsenceId;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads when staff are away, in the order in which it was recorded. */
@Component
class AbsenceView {

    private static final String COLUMNS =
            "select absence_id, from_at, until_at, cancelled_at, version, since from query.staff_absence ";

    private final JdbcClient db;

    AbsenceView(JdbcClient db) {
        this.db = db;
    }

    Optional<Absence> absence(StaffId staff, AbsenceId absence) {
        return db.sql(COLUMNS + "where staff_id = :staff and absence_id = :absence")
                .param("staff", staff.value())
                .param("absence", absence.value())
                .query(AbsenceView::row)
                .optional();
    }

    List<Absence> page(StaffId staff, long after, int rows) {
        return db.sql(COLUMNS + "where staff_id = :staff and since > :after order by since limit :rows")
                .param("staff", staff.value())
                .param("after", after)
                .param("rows", rows)
                .query(AbsenceView::row)
                .list();
    }

    private static Absence row(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getString("absence_id"),
                Objects.requireNonNull(time(row, "from_at")),
                Objects.requireNonNull(time(row, "until_at")),
                time(row, "cancelled_at"),
                row.getLong("version"),
                row.getLong("since"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
