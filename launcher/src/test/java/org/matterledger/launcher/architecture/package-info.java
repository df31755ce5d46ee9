/** The laws of the house, each shown to fire on a class planted to break it. */
@NullMarked
package org.matterledger.launcher.architecture;

import org.jspecify.annotations.NullMarked;
