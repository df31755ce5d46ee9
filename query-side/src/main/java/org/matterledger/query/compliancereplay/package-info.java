/** Any matter at any instant: as it was known then, as it is known now, and what differs. */
@NullMarked
package org.matterledger.query.compliancereplay;

import org.jspecify.annotations.NullMarked;
