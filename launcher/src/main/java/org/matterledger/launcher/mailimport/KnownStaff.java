package org.matterledger.launcher.mailimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.StoredJson;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works at the firm and by which hours, as far as the ledger's views have come. */
final class KnownStaff {

    private final JdbcClient database;
    private final StoredJson json;
    private final ConfidentialReader confidential;

    KnownStaff(JdbcClient database, StoredJson json, ConfidentialReader confidential) {
        this.database = database;
        this.json = json;
        this.confidential = confidential;
    }

    /** Those who have said where notices reach them, by that address in lower case. */
    Map<String, StaffId> byAddress() {
        var sealed = new HashMap<ConfidentialText, StaffId>();
        database.sql("select address, staff_id from query.staff where address is not null and left_at is null"
                        + " order by since desc")
                .query((row, n) ->
                        sealed.put(json.read(row.getString(1), ConfidentialText.class), new StaffId(row.getString(2))))
                .list();
        var known = new HashMap<String, StaffId>();
        confidential
                .openAll(sealed.keySet())
                .forEach((text, address) -> known.put(Firm.lower(address), find(sealed, text)));
        return known;
    }

    private static StaffId find(Map<ConfidentialText, StaffId> sealed, ConfidentialText text) {
        return java.util.Objects.requireNonNull(sealed.get(text));
    }

    /** The partner who has been here longest. */
    Optional<StaffId> partner() {
        return database.sql("select staff_id from query.staff where 'PARTNER' = any(roles) and left_at is null"
                        + " order by since limit 1")
                .query(String.class)
                .optional()
                .map(StaffId::new);
    }

    /** The firm's hours, where it has published one calendar and no more. @param assumed what an import published */
    Optional<CalendarId> onlyCalendar(CalendarId assumed) {
        List<String> calendars = database.sql(
                        "select distinct calendar_id from query.calendar_version where calendar_id <> :assumed"
                                + " limit 2")
                .param("assumed", assumed.value())
                .query(String.class)
                .list();
        return calendars.size() == 1 ? Optional.of(new CalendarId(calendars.getFirst())) : Optional.empty();
    }
}
