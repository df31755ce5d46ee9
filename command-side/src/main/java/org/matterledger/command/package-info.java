/** The words that every feature of the command side speaks: commands, outcomes, rules, ledger time. */
@NullMarked
package org.matterledger.command;

import org.jspecify.annotations.NullMarked;
