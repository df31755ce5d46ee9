package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A way of writing or speaking that a matter's parties agreed on. */
public record ChannelId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChannelId {
        Identifiers.checked("channel", value);
    }

    public static ChannelId random() {
        return new ChannelId(Identifiers.random("channel"));
    }

    /** The channel that a matter has from its opening, by the contract. */
    public static ChannelId main(MatterId matter) {
        return new ChannelId("channel-" + Identifiers.tail("matter", matter.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
