/** PostgreSQL for tests, and tests of how the ledger runs it. */
@NullMarked
package org.matterledger.launcher.database;

import org.jspecify.annotations.NullMarked;
