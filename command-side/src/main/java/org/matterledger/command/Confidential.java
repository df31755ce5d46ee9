package org.matterledger.command;

import org.matterledger.values.ConfidentialText;

/** Seals text with a person's key before it goes into a command. */
public interface Confidential {

    /**
     * @param subject the person, staff member or client whose key seals the text; the key is made where there is none
     * @throws Refused when the subject was erased
     */
    ConfidentialText seal(String subject, String text);
}
