package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matterledger.launcher.store.SampleEvents.change;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.matterledger.values.StaffId;

@EnabledIfSystemProperty(named = AxonServerRecord.ADDRESS, matches = ".+", disabledReason = AxonServerRecord.NONE)
class AxonServerOutageTest {

    private static final int PATIENCE_MS = 20_000;

    private final AxonServerAddress address = AxonServerAddress.parse(System.getProperty(AxonServerRecord.ADDRESS, ""));
    private final String stream = StaffId.random().value();
    private Detour detour;
    private RecordStore near;
    private RecordStore cutOff;

    @BeforeEach
    void open() {
        detour = new Detour(address);
        near = new AxonServerRecordStore(address, SampleEvents.codec());
        cutOff = new AxonServerRecordStore(detour.address(), SampleEvents.codec());
    }

    @AfterEach
    void close() {
        cutOff.close();
        near.close();
        detour.close();
    }

    @Test
    void leaves_an_open_stream_where_it_was_and_misses_nothing() throws Exception {
        try (var open = cutOff.events().openStream(cutOff.events().createHeadToken())) {
            near.events().publish(change(stream, 0));
            assertThat(open.nextAvailable().getIdentifier()).isNotEmpty();

            detour.shut();
            var missed = change(stream, 1);
            near.events().publish(missed, change(stream, 2));
            assertThat(open.hasNextAvailable(3, TimeUnit.SECONDS)).isFalse();
            detour.reopen();

            assertThat(open.hasNextAvailable(PATIENCE_MS, TimeUnit.MILLISECONDS))
                    .isTrue();
            assertThat(open.nextAvailable().getIdentifier()).isEqualTo(missed.getIdentifier());
            assertThat(open.hasNextAvailable(PATIENCE_MS, TimeUnit.MILLISECONDS))
                    .isTrue();
        }
    }

    @Test
    void refuses_commands_and_reads_until_it_is_over() {
        near.events().publish(change(stream, 0));
        detour.shut();
        assertThatThrownBy(() -> cutOff.head()).isInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> cutOff.events().readEvents(stream).hasNext()).isInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> cutOff.events().publish(change(StaffId.random().value(), 0)))
                .isInstanceOf(LedgerUnavailable.class);
        detour.reopen();

        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (!answers() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        cutOff.events().publish(change(stream, 1));
        assertThat(near.events().lastSequenceNumberFor(stream)).contains(1L);
    }

    private boolean answers() {
        try {
            return cutOff.head() > 0;
        } catch (LedgerUnavailable e) {
            return false;
        }
    }
}
