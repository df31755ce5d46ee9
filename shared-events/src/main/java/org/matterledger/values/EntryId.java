package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One message, call or update in a matter's record. The id holds the matter's random part and the sequence of the event
 * that recorded it, so that a correction finds the entry by one indexed read, however long ago it was.
 */
public record EntryId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("entry-[0-9a-z-]{1,64}-[0-9]{1,18}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "“%.80s” is not the id of an entry", value));
        }
    }

    /** @param sequence of the event in the matter's stream, from 0 */
    public static EntryId of(MatterId matter, long sequence) {
        return new EntryId("entry-" + Identifiers.tail("matter", matter.value()) + "-" + sequence);
    }

    /** The sequence of the event that recorded the entry. */
    public long sequence() {
        return Long.parseLong(value.substring(value.lastIndexOf('-') + 1));
    }

    /** The matter in whose stream the entry was recorded. */
    public MatterId matter() {
        return new MatterId("matter-" + value.substring("entry-".length(), value.lastIndexOf('-')));
    }

    @Override
    public String toString() {
        return value;
    }
}
