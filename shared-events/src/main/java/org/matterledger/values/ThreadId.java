package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A thread: one topic that client and firm write about (R003-08). */
public record ThreadId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThreadId {
        Identifiers.checked("thread", value);
    }

    public static ThreadId random() {
        return new ThreadId(Identifiers.random("thread"));
    }

    @Override
    public String toString() {
        return value;
    }
}
