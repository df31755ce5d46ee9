package org.matterledger.query.calendars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matterledger.values.OpenInterval;

/** Open intervals by weekday, from Monday on; a missing day is closed. */
record Week(@JsonValue Map<DayOfWeek, List<OpenInterval>> days) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Week {
        days = new TreeMap<>(days);
    }
}
