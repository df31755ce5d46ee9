/** Tries the post against mail servers on this machine. */
@NullMarked
package org.matterledger.launcher.notices;

import org.jspecify.annotations.NullMarked;
