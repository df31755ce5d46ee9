package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A matter: what a client has entrusted to the firm. */
public record MatterId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MatterId {
        Identifiers.checked("matter", value);
    }

    public static MatterId random() {
        return new MatterId(Identifiers.random("matter"));
    }

    @Override
    public String toString() {
        return value;
    }
}
