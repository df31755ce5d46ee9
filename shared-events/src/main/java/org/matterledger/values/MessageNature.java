package org.matterledger.values;

/** What a message is in the firm's dealings with the client. Only some of them are contact (semantics 4.2, 6). */
public enum MessageNature {
    /** A person wrote something of substance. */
    SUBSTANTIVE,
    /** A person wrote that the answer comes by a named date; substantive as well (semantics 4.9, 2). */
    HOLDING_REPLY,
    /** The client asks where things stand: raises priority, resets nothing (R001-05). */
    STATUS_CHASE,
    /** Out-of-office notes and other answers of machines. */
    AUTOMATIC,
    /** A mail system says that something could not be delivered. */
    BOUNCE,
    READ_RECEIPT,
    INVOICE,
    SURVEY_INVITATION,
    MARKETING,
    /** Among colleagues; the client doesn't see it. */
    INTERNAL,
    /** A voice message without agreement and theses in text (R003-24, R003-25); no contact where the firm sent it. */
    VOICE;

    /** Whether what the firm sends can be contact between people at all. */
    public boolean contact() {
        return this == SUBSTANTIVE || this == HOLDING_REPLY || this == STATUS_CHASE;
    }

    /** Whether the client waits for an answer to what it sent: rules on voice messages bind the firm, not the client. */
    public boolean asks() {
        return contact() || this == VOICE;
    }
}
