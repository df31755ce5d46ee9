/** The store: the record in PostgreSQL behind Axon's event store, the command bus, memory of streams, processors. */
@NullMarked
package org.matterledger.launcher.store;

import org.jspecify.annotations.NullMarked;
