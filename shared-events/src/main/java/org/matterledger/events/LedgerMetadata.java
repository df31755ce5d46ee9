package org.matterledger.events;

/** Keys of the metadata that travel with every command and every event. Their values are text. */
public final class LedgerMetadata {

    /** Ledger time: when the firm knew. ISO-8601 instant; never falls within a stream. */
    public static final String NOTED_AT = "notedAt";

    /** Who did or reported it: {@code staff:<id>}, {@code integration:<id>} or {@code ledger}. */
    public static final String ACTOR = "actor";

    /** The staff member in whose name the actor spoke, where it was another. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** The system that reported it, and its own id for it: {@code system/id}; absent for acts by hand. */
    public static final String SOURCE = "source";

    /** {@code live}, or {@code import}: reconstructed later, not known then. */
    public static final String ORIGIN = "origin";

    /**
     * Where an import told it in simulated time: the clock's time at which it was truly recorded. Absent wherever ledger
     * time is the clock's, also for what an import tells late in a matter that already lives.
     */
    public static final String IMPORTED_AT = "importedAt";

    /** The request that began it all. */
    public static final String CORRELATION = "correlationId";

    /** The message that caused this one. */
    public static final String CAUSATION = "causationId";

    private LedgerMetadata() {}
}
