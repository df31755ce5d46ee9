package org.matterledger.values;

/**
 * How an entry departs from what was agreed or demanded. A fact is always recorded, with its deviations; an act where the
 * policy only warns.
 */
public enum Deviation {
    /** It came by a channel that the parties had not agreed on, or no longer. */
    CHANNEL_NOT_AGREED,
    /** It came by an agreed channel, outside the hours agreed for it. */
    OUTSIDE_CHANNEL_WINDOW,
    /** Who wrote is not known, or no contact person of the client. */
    SENDER_NOT_NAMED,
    /** It went to nobody whom the client named. */
    RECIPIENT_NOT_NAMED,
    /** A voice message without agreement, or without theses in text (R003-24). */
    VOICE_NOT_AGREED,
    /** It was told later than the policy's window; what it would discharge waits for a reviewer (semantics 4.2, 14). */
    RECORDED_TOO_LATE,
    /** A date was promised that is past, closed, or too far away (semantics 4.2, 7). */
    PROMISE_NOT_CONCRETE,
    /** When it was written isn't known from its writer; the time was found from servers or from letters beside it. */
    TIME_RECONSTRUCTED,
    /** An update that nothing moved did not say why, where the policy only warns of that (R001-04). */
    NO_CHANGE_WITHOUT_REASON,
    /** An update that nothing moved did not say when the client hears next, where the policy only warns of that. */
    NO_CHANGE_WITHOUT_NEXT_CONTACT
}
