/** How a reader asks a view and how it is answered: the same for every view. */
@NullMarked
package org.matterledger.query.rest;

import org.jspecify.annotations.NullMarked;
