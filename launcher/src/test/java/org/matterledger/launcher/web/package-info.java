/** The API as its callers meet it: over HTTP, against the real store. */
@NullMarked
package org.matterledger.launcher.web;

import org.jspecify.annotations.NullMarked;
