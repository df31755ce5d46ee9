package org.matterledger.values;

/** How near a contact person stands to the client. Only telling the first two tells the client (rules.md 1.8, 5). */
public enum Standing {
    /** The owner or manager whose trust the firm has. */
    PRINCIPAL,
    /** Whom the principal named to be told in the principal's place. */
    DELEGATE,
    /** Anyone else at the client: a bookkeeper, an assistant. */
    OTHER;

    /** Whether a message to this person informs the client. */
    public boolean speaksForClient() {
        return this != OTHER;
    }
}
