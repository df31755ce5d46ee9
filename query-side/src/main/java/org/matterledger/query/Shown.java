package org.matterledger.query;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;

/** The sealed texts of an answer, opened together; those of erased persons read {@code [erased]}. */
public final class Shown {

    private final Map<ConfidentialText, String> opened;

    private Shown(Map<ConfidentialText, String> opened) {
        this.opened = opened;
    }

    public static Shown of(ConfidentialReader reader, Collection<@Nullable ConfidentialText> texts) {
        return new Shown(reader.openAll(
                texts.stream().filter(Objects::nonNull).distinct().toList()));
    }

    public String text(ConfidentialText sealed) {
        return opened.getOrDefault(sealed, "[erased]");
    }

    /** Nothing where there is no text. */
    public @Nullable String orNull(@Nullable ConfidentialText sealed) {
        return sealed == null ? null : text(sealed);
    }
}
