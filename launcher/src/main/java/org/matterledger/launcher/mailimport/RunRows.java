package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;

/** Where it is written what a run read, and what became of it: beside the record. */
interface RunRows {

    /** @return the run's id */
    String begin(Instant at, @Nullable Instant until, ImportTerms terms);

    void matters(String run, Collection<MatterId> matters);

    void leftOut(String run, Plan plan);

    /** The matters are up to the present: from now on the sweep visits them. */
    void handOver(String run);

    void end(String run, ImportRows.Counts counts, @Nullable Instant at);
}
