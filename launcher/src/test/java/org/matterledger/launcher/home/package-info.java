/** Who may use a home, and which. */
@NullMarked
package org.matterledger.launcher.home;

import org.jspecify.annotations.NullMarked;
