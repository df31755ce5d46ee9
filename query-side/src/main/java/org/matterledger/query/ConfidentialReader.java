package org.matterledger.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;

/** Opens sealed text when it is read. */
public interface ConfidentialReader {

    /** The text; empty where its person was erased. */
    Optional<String> open(ConfidentialText text);

    /** Many texts at the cost of one look; those of erased persons are left out. For lists and pages. */
    default Map<ConfidentialText, String> openAll(Collection<ConfidentialText> texts) {
        var opened = new HashMap<ConfidentialText, String>();
        texts.forEach(text -> open(text).ifPresent(clear -> opened.put(text, clear)));
        return opened;
    }

    /** The text as pages and answers show it: {@code [erased]} where its person was erased, null where there is none. */
    default @Nullable String shown(@Nullable ConfidentialText text) {
        return text == null ? null : open(text).orElse("[erased]");
    }
}
