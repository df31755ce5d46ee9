package org.matterledger.launcher.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections of their own, outside every pool. */
interface ConnectionSource {

    Connection open() throws SQLException;

    /**
     * One that sends each statement as one message, which the server carries out and commits by itself. The driver's
     * usual way takes several, and a client that is frozen between the one that executes and the one that commits would
     * hold the head's lock until it thaws.
     */
    Connection openForAppending() throws SQLException;
}
