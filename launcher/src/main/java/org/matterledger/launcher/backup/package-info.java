/** A ledger as one file, and a file as a ledger again. */
@NullMarked
package org.matterledger.launcher.backup;

import org.jspecify.annotations.NullMarked;
