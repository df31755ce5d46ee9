package org.matterledger.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.matterledger.values.CalendarId;
import org.matterledger.values.Reckoned;
import org.matterledger.values.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendars by which readers reckon. A version never changes, so that each is read once and then remembered. */
@Component
public final class Calendars {

    private final Map<Key, Hours> known = new ConcurrentHashMap<>();
    private final JdbcClient db;
    private final StoredJson json;

    Calendars(JdbcClient db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    private record Key(CalendarId calendar, int version) {}

    /**
     * A version of a calendar.
     *
     * @throws Positions.NotYetVisible where the view of the calendars has not come that far
     */
    public Hours of(CalendarId calendar, int version) {
        return known.computeIfAbsent(new Key(calendar, version), this::read);
    }

    /** The calendar by which a due time was reckoned. */
    public Hours of(Reckoned reckoned) {
        return of(reckoned.calendar(), reckoned.calendarVersion());
    }

    private Hours read(Key key) {
        return db.sql("""
                        select name, jsonb_build_object('zone', zone, 'week', week, 'exceptions', exceptions,
                               'alwaysOpen', always_open) as calendar
                        from query.calendar_version where calendar_id = :id and version = :version
                        """)
                .param("id", key.calendar().value())
                .param("version", key.version())
                .query((row, number) -> new Hours(
                        row.getString("name"), key.version(), json.read(row.getString("calendar"), WorkCalendar.class)))
                .optional()
                .orElseThrow(Positions.NotYetVisible::new);
    }
}
