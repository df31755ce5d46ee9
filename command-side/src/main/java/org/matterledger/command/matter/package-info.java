/** What firm and client agree, say and promise in a matter. */
@NullMarked
package org.matterledger.command.matter;

import org.jspecify.annotations.NullMarked;
