package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections of their own, outside every pool. */
@FunctionalInterface
interface ConnectionSource {

    Connection open() throws SQLException;
}
