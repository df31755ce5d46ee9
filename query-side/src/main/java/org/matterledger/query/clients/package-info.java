/** The firm's clients and the persons who speak for them. */
@NullMarked
package org.matterledger.query.clients;

import org.jspecify.annotations.NullMarked;
