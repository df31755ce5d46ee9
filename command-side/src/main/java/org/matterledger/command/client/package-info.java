/** The firm's clients, and the persons who speak for them. */
@NullMarked
package org.matterledger.command.client;

import org.jspecify.annotations.NullMarked;
