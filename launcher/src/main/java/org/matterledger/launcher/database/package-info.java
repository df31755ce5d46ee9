/** PostgreSQL: how to reach it, its schemas and roles; embedded in the home, or a server of the firm's own. */
@NullMarked
package org.matterledger.launcher.database;

import org.jspecify.annotations.NullMarked;
