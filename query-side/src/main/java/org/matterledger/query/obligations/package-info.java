/** What the firm owes its clients, and what became of every duty it ever had. */
@NullMarked
package org.matterledger.query.obligations;

import org.jspecify.annotations.NullMarked;
