package org.matterledger.launcher.store;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = AxonServerRecord.ADDRESS, matches = ".+", disabledReason = AxonServerRecord.NONE)
class AxonServerRecordFollowingTest extends RecordFollowingContract {

    @Override
    RecordUnderTest place() {
        return new AxonServerRecord();
    }
}
