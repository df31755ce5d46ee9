package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class OpenIntervalTest {

    private static final OpenInterval OFFICE = new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0));

    @Test
    void holds_its_opening_and_not_its_closing() {
        assertThat(OFFICE.contains(LocalTime.of(9, 0))).isTrue();
        assertThat(OFFICE.contains(LocalTime.of(17, 59, 59, 999_999_999))).isTrue();
        assertThat(OFFICE.contains(LocalTime.of(18, 0))).isFalse();
        assertThat(OFFICE.contains(LocalTime.of(8, 59, 59))).isFalse();
    }

    @Test
    void that_closes_at_midnight_holds_the_rest_of_the_day() {
        var late = new OpenInterval(LocalTime.of(20, 0), LocalTime.MIDNIGHT);
        assertThat(late.contains(LocalTime.MAX)).isTrue();
        assertThat(late.contains(LocalTime.MIDNIGHT)).isFalse();
        assertThat(new OpenInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT).contains(LocalTime.MIDNIGHT))
                .isTrue();
    }

    @Test
    void never_closes_before_it_opens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenInterval(LocalTime.of(18, 0), LocalTime.of(9, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenInterval(LocalTime.of(9, 0), LocalTime.of(9, 0)));
    }
}
