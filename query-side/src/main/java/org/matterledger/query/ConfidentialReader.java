package org.matterledger.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;

/** Opens sealed text when it is read. */
public interface ConfidentialReader {

    /** The text; empty where its person was erased. */
    Optional<String> open(ConfidentialText text);

    /** The text as pages and answers show it: {@code [erased]} where its person was erased, null where there is none. */
    default @Nullable String shown(@Nullable ConfidentialText text) {
        return text == null ? null : open(text).orElse("[erased]");
    }
}
