/** Where everything is plugged together. */
@NullMarked
package org.matterledger.launcher;

import org.jspecify.annotations.NullMarked;
