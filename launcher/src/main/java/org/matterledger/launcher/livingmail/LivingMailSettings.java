package org.matterledger.launcher.livingmail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mailimport.ImportTerms;

/**
 * Which mailboxes a ledger watches.
 *
 * @param terms who is the firm and to which matter a letter belongs, as for an import
 * @param folder a Maildir
 * @param pause from the end of one look to the next
 */
public record LivingMailSettings(
        ImportTerms terms, @Nullable Path folder, @Nullable ImapAccount imap, Duration pause) {

    /** Short enough that a letter is told within a minute, and long enough to be no burden. */
    public static final Duration USUAL_PAUSE = Duration.ofSeconds(20);
}
