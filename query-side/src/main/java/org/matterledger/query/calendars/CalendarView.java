package org.matterledger.query.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.matterledger.query.StoredJson;
import org.matterledger.values.CalendarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads calendars, each as its newest version says, in the order in which they were made. */
@Component
class CalendarView {

    private static final String COLUMNS =
            "select c.calendar_id, c.version, c.name, c.zone, c.week, c.exceptions, c.always_open,"
                    + " c.published_at, %s as position from query.calendar_version c ";

    private final JdbcClient db;
    private final StoredJson json;

    CalendarView(JdbcClient db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    Optional<CalendarVersion> newest(CalendarId calendar) {
        return db.sql(COLUMNS.formatted("c.position") + "where calendar_id = :calendar order by version desc limit 1")
                .param("calendar", calendar.value())
                .query(this::row)
                .optional();
    }

    Optional<CalendarVersion> version(CalendarId calendar, int version) {
        return db.sql(COLUMNS.formatted("c.position") + "where calendar_id = :calendar and version = :version")
                .param("calendar", calendar.value())
                .param("version", version)
                .query(this::row)
                .optional();
    }

    List<CalendarVersion> versions(CalendarId calendar, long after, int rows) {
        return db.sql(COLUMNS.formatted("c.position")
                        + "where calendar_id = :calendar and version > :after order by version limit :rows")
                .param("calendar", calendar.value())
                .param("after", after)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    /** @param after the position at which the last calendar of the page before was made */
    List<CalendarVersion> page(long after, int rows) {
        return db.sql(COLUMNS.formatted("made.position") + """
                        join query.calendar_version made on made.calendar_id = c.calendar_id and made.version = 1
                        where made.position > :after
                          and c.version = (select max(v.version) from query.calendar_version v
                                           where v.calendar_id = c.calendar_id)
                        order by made.position limit :rows
                        """)
                .param("after", after)
                .param("rows", rows)
                .query(this::row)
                .list();
    }

    private CalendarVersion row(ResultSet row, int number) throws SQLException {
        return new CalendarVersion(
                row.getString("calendar_id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("zone"),
                json.read(row.getString("week"), Week.class),
                json.read(row.getString("exceptions"), Exceptions.class),
                row.getBoolean("always_open"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"));
    }
}
