package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person outside the firm: to the ledger a subject with a key of its own, whose text can be erased. */
public record PersonId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        Identifiers.checked("person", value);
    }

    public static PersonId random() {
        return new PersonId(Identifiers.random("person"));
    }

    @Override
    public String toString() {
        return value;
    }
}
