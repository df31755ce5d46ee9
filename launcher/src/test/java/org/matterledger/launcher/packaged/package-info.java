/** The packaged program, run as whoever installs it runs it. */
@NullMarked
package org.matterledger.launcher.packaged;

import org.jspecify.annotations.NullMarked;
