/** The hours in which the firm keeps its word, version by version. */
@NullMarked
package org.matterledger.query.calendars;

import org.jspecify.annotations.NullMarked;
