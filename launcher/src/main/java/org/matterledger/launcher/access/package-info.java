/** Who may come in: sign-in with name and password for the pages, bearer tokens for everything else. */
@NullMarked
package org.matterledger.launcher.access;

import org.jspecify.annotations.NullMarked;
