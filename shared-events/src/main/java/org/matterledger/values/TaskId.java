package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A task that the client set, or wants to set. */
public record TaskId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        Identifiers.checked("task", value);
    }

    public static TaskId random() {
        return new TaskId(Identifiers.random("task"));
    }

    @Override
    public String toString() {
        return value;
    }
}
