package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A work calendar: the hours in which a promise to a client is kept. */
public record CalendarId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarId {
        Identifiers.checked("calendar", value);
    }

    public static CalendarId random() {
        return new CalendarId(Identifiers.random("calendar"));
    }

    @Override
    public String toString() {
        return value;
    }
}
