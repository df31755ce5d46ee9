package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;

/** A record in PostgreSQL. */
final class PostgresRecord implements RecordUnderTest {

    /** One for all of the contract, which holds beside events of others too. */
    private static final DatabaseAccess DATABASE = TestDatabase.fresh();

    private final LedgerDataSource dataSource = new LedgerDataSource(DATABASE);

    @Override
    public DatabaseAccess database() {
        return DATABASE;
    }

    @Override
    public RecordStore open(EventCodec codec) {
        return new PostgresRecordStore(dataSource, dataSource, codec);
    }

    @Override
    public RecordStore openCutOff(EventCodec codec, CutOff cut) {
        return new PostgresRecordStore(dataSource, new CutOffConnection(dataSource, cut), dataSource, codec);
    }

    private static final class CutOffConnection extends AppendConnection {

        private final AtomicBoolean whole = new AtomicBoolean();
        private final CutOff cut;

        CutOffConnection(ConnectionSource source, CutOff cut) {
            super(source);
            this.cut = cut;
        }

        @Override
        long[] append(List<List<StoredEvent>> commands) throws SQLException {
            if (whole.getAndSet(true)) {
                return super.append(commands);
            }
            if (cut == CutOff.AFTER) {
                super.append(commands);
            }
            throw new SQLException("cut off", "08006");
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
