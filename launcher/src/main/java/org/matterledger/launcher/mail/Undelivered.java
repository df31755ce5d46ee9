package org.matterledger.launcher.mail;

import java.util.List;

/**
 * What a mail system says of a letter that came back for good.
 *
 * @param letter the identity of the letter
 * @param recipients whom it did not reach, in lower case; none where nobody is named
 */
public record Undelivered(String letter, List<String> recipients) {

    public Undelivered {
        recipients = List.copyOf(recipients);
    }
}
