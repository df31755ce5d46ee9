/** The commands behind the script {@code ledger}. */
@NullMarked
package org.matterledger.launcher.cli;

import org.jspecify.annotations.NullMarked;
