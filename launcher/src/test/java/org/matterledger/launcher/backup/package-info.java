/** Backups become the same ledger again, or nothing. */
@NullMarked
package org.matterledger.launcher.backup;

import org.jspecify.annotations.NullMarked;
