/** What the ledger does of its own accord, second by second. */
@NullMarked
package org.matterledger.launcher.chores;

import org.jspecify.annotations.NullMarked;
