package org.matterledger.values;

/** Why a duty ended without having been kept or missed; cancelled duties count as neither (semantics 4.2, 18). */
public enum CancelReason {
    /** The message needs no answer; a person said so, with a reason. */
    NEEDS_NO_ANSWER,
    /** The facts, as known now, arm another duty in its place, or none. */
    RECKONED_AGAIN,
    /** The promise whose delay would have been announced was kept, or ended otherwise. */
    PROMISE_ENDED,
    /** The task was declined, or needs nothing more. */
    TASK_ENDED,
    MATTER_CLOSED
}
