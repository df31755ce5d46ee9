/** The values that events carry and that both sides reckon with. */
@NullMarked
package org.matterledger.values;

import org.jspecify.annotations.NullMarked;
