package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;

/**
 * What a run came to.
 *
 * @param run its id; absent for a dry run
 * @param matters that it told of something, or met again
 * @param until up to when time passed in them
 * @param assumed what nobody said and was assumed, in a sentence each
 */
record Outcome(
        @Nullable String run,
        ImportRows.Counts counts,
        List<MatterId> matters,
        @Nullable Instant until,
        List<String> assumed) {

    Outcome {
        matters = List.copyOf(matters);
        assumed = List.copyOf(assumed);
    }
}
