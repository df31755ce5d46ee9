package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One absence of a staff member. */
public record AbsenceId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AbsenceId {
        Identifiers.checked("absence", value);
    }

    public static AbsenceId random() {
        return new AbsenceId(Identifiers.random("absence"));
    }

    @Override
    public String toString() {
        return value;
    }
}
