package org.matterledger.launcher.mailimport;

import java.util.List;
import org.matterledger.launcher.mail.Letter;

/**
 * A letter as one matter hears of it.
 *
 * @param byFirm whether the firm wrote it
 * @param outside addresses of the client: the sender's, or those of its recipients; empty where no person wrote
 */
record Told(Letter letter, String thread, boolean byFirm, List<String> outside) {

    Told {
        outside = List.copyOf(outside);
    }
}
