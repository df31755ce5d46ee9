package org.matterledger.launcher.store;

class PostgresRecordFollowingTest extends RecordFollowingContract {

    @Override
    RecordUnderTest place() {
        return new PostgresRecord();
    }
}
