package org.matterledger.command;

import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;

/** Seals text with a person's key before it goes into a command. */
public interface Confidential {

    /**
     * The same text of the same subject under the same key seals to the same ciphertext (deterministic, AES-SIV), so
     * that a decision can tell a repeated command from a contradiction without being able to read either. Equality is
     * visible only within one subject's own texts, and is gone with the key.
     *
     * @param subject the person, staff member, client or matter whose key seals the text; the key is made where there is none
     * @throws Refused when the subject was erased
     */
    ConfidentialText seal(String subject, String text);

    /** As {@link #seal}; nothing where there is no text. */
    default @Nullable ConfidentialText sealPresent(String subject, @Nullable String text) {
        return text == null ? null : seal(subject, text);
    }
}
