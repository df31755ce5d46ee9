/** Keys: the master key of the home, one key per person, keyed hashes; and the erasure of a person's key. */
@NullMarked
package org.matterledger.launcher.vault;

import org.jspecify.annotations.NullMarked;
