/** What a law firm can experience with its clients, as immutable events, one file per stream or per part of one. */
@NullMarked
package org.matterledger.events;

import org.jspecify.annotations.NullMarked;
