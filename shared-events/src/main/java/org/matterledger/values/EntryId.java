package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One message, call or update in a matter's record. */
public record EntryId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {
        Identifiers.checked("entry", value);
    }

    public static EntryId random() {
        return new EntryId(Identifiers.random("entry"));
    }

    @Override
    public String toString() {
        return value;
    }
}
