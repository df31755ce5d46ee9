/** Who works at the firm. */
@NullMarked
package org.matterledger.query.staff;

import org.jspecify.annotations.NullMarked;
