package org.matterledger.launcher.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in the mailbox, with an mbox's quoting of From lines taken back.
 *
 * @param envelopeDate from the mbox's From line, the name of a Maildir file or the IMAP server: when it was delivered here
 * @param draft it lies in a folder of drafts, or is flagged as one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RawMessage(
        Place place, byte[] bytes, @Nullable Instant envelopeDate, boolean draft) {

    /** Larger messages are not read: two of them must fit into memory. In bytes. */
    public static final int LARGEST = 100_000_000;
}
