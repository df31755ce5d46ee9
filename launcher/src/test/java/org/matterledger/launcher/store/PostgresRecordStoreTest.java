package org.matterledger.launcher.store;

class PostgresRecordStoreTest extends RecordStoreContract {

    @Override
    RecordUnderTest place() {
        return new PostgresRecord();
    }
}
