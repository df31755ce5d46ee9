package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A policy pack: the limits, ladders and modes by which the firm measures itself. */
public record PolicyId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {
        Identifiers.checked("policy", value);
    }

    public static PolicyId random() {
        return new PolicyId(Identifiers.random("policy"));
    }

    @Override
    public String toString() {
        return value;
    }
}
