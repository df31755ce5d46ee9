package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.StaffId;

@EnabledIfSystemProperty(named = AxonServerRecord.ADDRESS, matches = ".+", disabledReason = AxonServerRecord.NONE)
class AxonServerRecordStoreTest extends RecordStoreContract {

    @Override
    RecordUnderTest place() {
        return new AxonServerRecord();
    }

    @Test
    void refuses_an_event_that_is_too_large_and_stores_nothing_of_it() {
        var codec = SampleEvents.codec();
        var stream = StaffId.random();
        try (var store = place().open(codec)) {
            var event = SampleEvents.event(stream.value(), 0, registered(stream, AxonServerAppender.LARGEST_EVENT));
            assertThatThrownBy(() -> store.events().publish(event)).hasMessageContaining("is larger than");
            assertThat(store.events().readEvents(stream.value()).hasNext()).isFalse();
        }
    }

    @Test
    void can_stream_the_largest_event_that_it_takes() throws Exception {
        var codec = SampleEvents.codec();
        var stream = StaffId.random();
        try (var store = place().open(codec);
                var follower = store.events().openStream(store.events().createHeadToken())) {
            var event =
                    SampleEvents.event(stream.value(), 0, registered(stream, AxonServerAppender.LARGEST_EVENT - 1000));
            store.events().publish(event);
            assertThat(follower.nextAvailable().getIdentifier()).isEqualTo(event.getIdentifier());
            assertThat(store.events().readEvents(stream.value()).next().getIdentifier())
                    .isEqualTo(event.getIdentifier());
        }
    }

    private static StaffRegistered registered(StaffId stream, int letters) {
        var name = new ConfidentialText(stream.value(), "key", "x".repeat(letters));
        return new StaffRegistered(stream, name, Set.of(), null, SampleEvents.AT);
    }
}
