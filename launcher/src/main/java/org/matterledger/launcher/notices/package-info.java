/** Sends what staff members are to be told, by mail. */
@NullMarked
package org.matterledger.launcher.notices;

import org.jspecify.annotations.NullMarked;
