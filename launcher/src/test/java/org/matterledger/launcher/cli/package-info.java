@NullMarked
package org.matterledger.launcher.cli;

import org.jspecify.annotations.NullMarked;
