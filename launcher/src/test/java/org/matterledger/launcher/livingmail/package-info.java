/** Watched mailboxes, each looked into alone. */
@NullMarked
package org.matterledger.launcher.livingmail;

import org.jspecify.annotations.NullMarked;
