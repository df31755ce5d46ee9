/**
 * Feeds the ledger a mailbox: who is the firm, who its clients, which letter belongs to which matter, and then each matter
 * told in its own time.
 */
@NullMarked
package org.matterledger.launcher.mailimport;

import org.jspecify.annotations.NullMarked;
