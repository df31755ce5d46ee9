package org.matterledger.launcher.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What is remembered of letters that are not here any more, so that those which come later find their threads. */
public interface EarlierLetters {

    /** Nothing is. */
    EarlierLetters NONE = new EarlierLetters() {

        @Override
        public Map<String, String> threads(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public Map<String, Instant> writtenAt(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public Optional<String> goneBackTo(Letter letter) {
            return Optional.empty();
        }
    };

    /** The roots of the threads of those ids that earlier letters bear or refer to. */
    Map<String, String> threads(Collection<String> ids);

    /** When those letters of these ids that are remembered were written. */
    Map<String, Instant> writtenAt(Collection<String> ids);

    /** The root of the thread that a letter without references goes on with, by what it says and who takes part. */
    Optional<String> goneBackTo(Letter letter);
}
