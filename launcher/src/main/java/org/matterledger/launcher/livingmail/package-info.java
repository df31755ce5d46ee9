/** Watches mailboxes while the ledger runs, and tells it of each new letter. */
@NullMarked
package org.matterledger.launcher.livingmail;

import org.jspecify.annotations.NullMarked;
