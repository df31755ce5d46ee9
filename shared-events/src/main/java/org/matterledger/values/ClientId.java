package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A client of the firm: an organisation or a person, with the persons who speak for it. */
public record ClientId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientId {
        Identifiers.checked("client", value);
    }

    public static ClientId random() {
        return new ClientId(Identifiers.random("client"));
    }

    @Override
    public String toString() {
        return value;
    }
}
