package org.matterledger.query.calendars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matterledger.values.OpenInterval;

/** Open intervals of single dates, from the earliest on; none closes the date. */
record Exceptions(@JsonValue Map<LocalDate, List<OpenInterval>> dates) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Exceptions {
        dates = new TreeMap<>(dates);
    }
}
