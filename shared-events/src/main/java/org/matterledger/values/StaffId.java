package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Someone who works at the firm. */
public record StaffId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {
        Identifiers.checked("staff", value);
    }

    public static StaffId random() {
        return new StaffId(Identifiers.random("staff"));
    }

    @Override
    public String toString() {
        return value;
    }
}
