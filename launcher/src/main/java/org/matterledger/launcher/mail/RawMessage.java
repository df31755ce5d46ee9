package org.matterledger.launcher.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in the mailbox, with an mbox's quoting of From lines taken back.
 *
 * @param envelopeDate from the mbox's From line or the name of a Maildir file: when it was delivered here
 * @param draft it lies in a folder of drafts, or is flagged as one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RawMessage(
        Place place, byte[] bytes, @Nullable Instant envelopeDate, boolean draft) {}
