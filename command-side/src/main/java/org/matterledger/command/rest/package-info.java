/** How a request reaches a feature and how it is answered: the same for every feature. */
@NullMarked
package org.matterledger.command.rest;

import org.jspecify.annotations.NullMarked;
