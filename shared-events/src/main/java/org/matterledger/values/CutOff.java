package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalTime;

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

    /** The local cut-off of a day with these hours; on a day that closes earlier, closing is the cut-off. */
    public LocalTime on(LocalTime opens, LocalTime closes) {
        return switch (text) {
            case "CLOSE" -> closes;
            case "OPENING" -> opens;
            default -> {
                var time = parsed(text);
                yield closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes) ? time : closes;
            }
        };
    }

    private static LocalTime parsed(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A cut-off is OPENING, CLOSE or a local time, not " + text, e);
        }
    }
}
