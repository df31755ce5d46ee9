/** Who waits for us in silence, since when, and how long that may still go on. */
@NullMarked
package org.matterledger.query.silenceboard;

import org.jspecify.annotations.NullMarked;
