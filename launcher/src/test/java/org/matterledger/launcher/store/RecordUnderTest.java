package org.matterledger.launcher.store;

import org.matterledger.launcher.database.DatabaseAccess;

/** A place where a record is kept, on which the contract of the store's port is tried. */
interface RecordUnderTest extends AutoCloseable {

    /** A database for views and tokens; with PostgreSQL, the record is there too. */
    DatabaseAccess database();

    /** One more node's store on the same record. */
    RecordStore open(EventCodec codec);

    /** A store that doesn't hear the answer to its first append. */
    RecordStore openCutOff(EventCodec codec, CutOff cut);

    /** When the connection breaks: before the append arrives, or after it was recorded. */
    enum CutOff {
        BEFORE,
        AFTER
    }

    @Override
    void close();
}
