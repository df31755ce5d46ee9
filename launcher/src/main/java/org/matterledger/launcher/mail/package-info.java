/** Reads mailboxes and letters: what lies in files becomes letters with a sender, a time and a thread. Knows no ledger. */
@NullMarked
package org.matterledger.launcher.mail;

import org.jspecify.annotations.NullMarked;
