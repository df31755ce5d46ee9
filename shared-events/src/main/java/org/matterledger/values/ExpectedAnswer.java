package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The speed of answer that the client expects on a channel (R003-12). “When convenient” is an answer too, and sets no
 * clock of its own (rules.md 1.8, 14); not having asked is the absence of this value.
 *
 * @param text an ISO-8601 duration in time of the matter's calendar, {@code PT2H}, or {@code WHEN_CONVENIENT}
 */
public record ExpectedAnswer(@JsonValue String text) {

    /** No speed in particular. */
    public static final ExpectedAnswer WHEN_CONVENIENT = new ExpectedAnswer("WHEN_CONVENIENT");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExpectedAnswer {
        if (!text.equals("WHEN_CONVENIENT") && !parsed(text).isPositive()) {
            throw new IllegalArgumentException("An expected answer takes some time, not " + text);
        }
    }

    public static ExpectedAnswer within(Duration duration) {
        return new ExpectedAnswer(duration.toString());
    }

    /** The duration, in the open time of the matter's calendar; empty for “when convenient”. */
    public Optional<Duration> duration() {
        return text.equals("WHEN_CONVENIENT") ? Optional.empty() : Optional.of(Duration.parse(text));
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("An expected answer is an ISO-8601 duration or WHEN_CONVENIENT", e);
        }
    }
}
