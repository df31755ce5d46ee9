package org.matterledger.command;

import java.util.Optional;
import org.matterledger.values.Source;

/** Finds what was recorded under a caller's own number. */
public interface Sources {

    /**
     * The id of what the first request under a source recorded; empty where none was, or it was refused.
     *
     * @param scope as given to {@link Caller#reference}
     */
    Optional<String> find(String scope, Source source);
}
