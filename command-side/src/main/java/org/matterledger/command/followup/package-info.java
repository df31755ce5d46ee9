/** Follows each duty to its end, and sees that those learn of it who must. */
@NullMarked
package org.matterledger.command.followup;

import org.jspecify.annotations.NullMarked;
