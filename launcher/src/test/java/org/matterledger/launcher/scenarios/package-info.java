/** The acceptance scenarios, each through HTTP alone on a movable clock, named by their ids. */
@NullMarked
package org.matterledger.launcher.scenarios;

import org.jspecify.annotations.NullMarked;
