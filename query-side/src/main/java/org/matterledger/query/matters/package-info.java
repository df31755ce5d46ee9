/** The firm's matters and the channels agreed in them. */
@NullMarked
package org.matterledger.query.matters;

import org.jspecify.annotations.NullMarked;
