package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A complaint of a client. */
public record ComplaintId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComplaintId {
        Identifiers.checked("complaint", value);
    }

    public static ComplaintId random() {
        return new ComplaintId(Identifiers.random("complaint"));
    }

    @Override
    public String toString() {
        return value;
    }
}
