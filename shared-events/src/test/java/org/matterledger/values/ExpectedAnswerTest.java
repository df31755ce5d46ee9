package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedAnswerTest {

    @Test
    void is_a_duration_or_when_convenient() {
        assertThat(new ExpectedAnswer("PT2H").duration()).contains(Duration.ofHours(2));
        assertThat(ExpectedAnswer.within(Duration.ofMinutes(90)).duration()).contains(Duration.ofMinutes(90));
        assertThat(ExpectedAnswer.WHEN_CONVENIENT.duration()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "PT0S", "PT-2H", "2"})
    void is_nothing_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedAnswer(text));
    }
}
