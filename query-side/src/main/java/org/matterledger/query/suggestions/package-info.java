/** Messages that look as if they need no answer: suggested when they came, confirmed by a person. */
@NullMarked
package org.matterledger.query.suggestions;

import org.jspecify.annotations.NullMarked;
