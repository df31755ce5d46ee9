package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Until when a message of a working day is answered on that day (rules.md 1.8, 4).
 *
 * @param text {@code OPENING}, {@code CLOSE} (the whole day), or a local time such as {@code 15:00}
 */
public record CutOff(@JsonValue String text) {

    /** Whatever comes before closing is answered the same day. */
    public static final CutOff CLOSE = new CutOff("CLOSE");

    /** Only what came before opening is answered the same day. */
    public static final CutOff OPENING = new CutOff("OPENING");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CutOff {
        if (!text.equals("CLOSE") && !text.equals("OPENING")) {
            parsed(text);
        }
    }

    /** The local time; empty for opening and closing, which the day's calendar says. */
    public Optional<LocalTime> time() {
        return equals(CLOSE) || equals(OPENING) ? Optional.empty() : Optional.of(parsed(text));
    }

    private static LocalTime parsed(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A cut-off is OPENING, CLOSE or a local time, not " + text, e);
        }
    }
}
