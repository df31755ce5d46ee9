package org.matterledger.query;

/** Where the ledger's end is, and how far the views have come. */
public interface Positions {

    /** The position of the last event in the ledger; 0 when it is empty. */
    long head();

    /** The position up to which every view shows all that it shows; never more than {@link #head()}. */
    long shown();

    /**
     * Waits until every view shows all that it shows of the events up to a position.
     *
     * @throws NotYetVisible when that takes longer than two seconds
     * @throws BeyondHead when the ledger has no such position yet
     */
    void await(long position);

    /**
     * As {@link #await}, and until what follows from these events stands: what staff are told of them is in the outbox, and
     * when the clock has to do with them next is known. On a node of the query side alone as {@link #await}.
     */
    void awaitTold(long position);

    /** The views did not get there in time: 503 with {@code Retry-After}. */
    final class NotYetVisible extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The caller asked for a position that doesn't exist: 400. */
    final class BeyondHead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
