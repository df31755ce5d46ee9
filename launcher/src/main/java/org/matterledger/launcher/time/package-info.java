/** The only place that asks what time it is. */
@NullMarked
package org.matterledger.launcher.time;

import org.jspecify.annotations.NullMarked;
