/** What happened in a matter, in the order in which it happened. */
@NullMarked
package org.matterledger.query.timeline;

import org.jspecify.annotations.NullMarked;
