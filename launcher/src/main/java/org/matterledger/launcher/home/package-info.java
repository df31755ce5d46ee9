/** The directory in which a ledger lives: its lock, its format, its secrets. */
@NullMarked
package org.matterledger.launcher.home;

import org.jspecify.annotations.NullMarked;
