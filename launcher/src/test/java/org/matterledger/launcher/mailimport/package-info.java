@NullMarked
package org.matterledger.launcher.mailimport;

import org.jspecify.annotations.NullMarked;
