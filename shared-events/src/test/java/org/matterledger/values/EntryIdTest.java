package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {

    @Test
    void tells_the_matter_and_the_sequence_of_its_event() {
        var matter = MatterId.random();
        var entry = EntryId.of(matter, 1234);
        assertThat(entry.matter()).isEqualTo(matter);
        assertThat(entry.sequence()).isEqualTo(1234);
        assertThat(new EntryId(entry.value())).isEqualTo(entry);
    }

    @Test
    void differs_between_matters_at_the_same_sequence() {
        assertThat(EntryId.of(MatterId.random(), 7)).isNotEqualTo(EntryId.of(MatterId.random(), 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entry-", "entry-x", "entry-x-", "entry-x-y", "matter-x-1", "entry-X-1", "entry-x-1 "})
    void refuses_what_never_was_one(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryId(text));
    }
}
