/** The words that every view speaks. */
@NullMarked
package org.matterledger.query;

import org.jspecify.annotations.NullMarked;
