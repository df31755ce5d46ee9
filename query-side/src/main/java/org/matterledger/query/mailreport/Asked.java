package org.matterledger.query.mailreport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.Hours;
import org.matterledger.query.rest.Malformed;
import org.matterledger.values.CalendarId;
import org.matterledger.values.CutOff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Understands what a reader assumes, and names everything that can't be understood of it. */
@Component
class Asked {

    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");
    private static final int LONGEST_SILENCE = 365;

    private final JdbcClient db;
    private final Calendars calendars;

    Asked(JdbcClient db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    /** A calendar that can be assumed. */
    record Choice(String id, String name, int version) {}

    /** Every calendar of the firm, in its newest version. */
    List<Choice> choices() {
        return db.sql("""
                        select distinct on (calendar_id) calendar_id, name, version from query.calendar_version
                        order by calendar_id, version desc""")
                .query((row, number) ->
                        new Choice(row.getString("calendar_id"), row.getString("name"), row.getInt("version")))
                .list();
    }

    /**
     * @param silenceLimit 1 to 365; as every parameter here, blank means that nothing is assumed
     * @param calendar an id
     * @throws Malformed where any of them can't be
     */
    Assumptions of(Optional<String> silenceLimit, Optional<String> cutOff, Optional<String> calendar) {
        Map<String, String> faults = new HashMap<>();
        var limit = said(silenceLimit).map(text -> limit(text, faults)).orElse(null);
        var until = said(cutOff).map(text -> cutOff(text, faults)).orElse(null);
        var named = said(calendar).orElse(null);
        var hours = named == null ? null : hours(named, faults);
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
        return new Assumptions(limit, until, named, hours);
    }

    private static Optional<String> said(Optional<String> text) {
        return text.map(String::strip).filter(said -> !said.isEmpty());
    }

    private static @Nullable Integer limit(String text, Map<String, String> faults) {
        var days = DAYS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (days >= 1 && days <= LONGEST_SILENCE) {
            return days;
        }
        faults.put("silenceLimit", "must be a whole number of days from 1 to " + LONGEST_SILENCE);
        return null;
    }

    private static @Nullable CutOff cutOff(String text, Map<String, String> faults) {
        try {
            return new CutOff(text);
        } catch (IllegalArgumentException e) {
            faults.put("cutOff", "must be OPENING, CLOSE or a local time such as 15:00");
            return null;
        }
    }

    private @Nullable Hours hours(String id, Map<String, String> faults) {
        var known = choices().stream().filter(choice -> choice.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            faults.put("calendar", "is not the id of a calendar of the firm");
            return null;
        }
        return calendars.of(new CalendarId(id), known.get().version());
    }
}
