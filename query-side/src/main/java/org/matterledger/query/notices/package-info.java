/** What staff members were told because of the clock, or are to be told. */
@NullMarked
package org.matterledger.query.notices;

import org.jspecify.annotations.NullMarked;
