package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import org.junit.jupiter.api.Test;
import org.matterledger.values.StaffId;

class AxonServerFormTest {

    private final EventCodec codec = SampleEvents.codec();
    private final AxonServerForm form = new AxonServerForm(codec);
    private final StoredEvent event =
            codec.encode(SampleEvents.change(StaffId.random().value(), 4));

    @Test
    void says_the_same_when_it_comes_back() {
        assertThat(form.fromServer(form.toServer(event, SampleEvents.AT), 0))
                .usingRecursiveComparison()
                .ignoringFields("metadata")
                .isEqualTo(event);
        assertThat(codec.decodeMetadata(form.fromServer(form.toServer(event, SampleEvents.AT), 0)
                        .metadata()))
                .isEqualTo(codec.decodeMetadata(event.metadata()));
    }

    @Test
    void refuses_an_event_whose_sequence_the_server_would_not_check() {
        var kindless = codec.encode(SampleEvents.claim("-1"));
        assertThatThrownBy(() -> form.toServer(kindless, SampleEvents.AT)).hasMessageContaining("not checked");
    }

    @Test
    void refuses_what_another_program_wrote() {
        var foreign =
                Event.newBuilder().setMessageIdentifier(event.id().toString()).build();
        assertThatThrownBy(() -> form.fromServer(foreign, 1)).isInstanceOf(UnknownEventType.class);
    }
}
