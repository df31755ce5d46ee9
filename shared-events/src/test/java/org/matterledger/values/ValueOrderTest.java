package org.matterledger.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored as JSON has one order, on every machine and at every start. */
class ValueOrderTest {

    @Test
    void a_week_runs_from_monday_and_can_not_be_changed_from_outside() {
        var office = List.of(new OpenInterval(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        week.put(DayOfWeek.SUNDAY, new ArrayList<>(office));
        week.put(DayOfWeek.MONDAY, office);
        var calendar = new WorkCalendar(ZoneId.of("Europe/Kyiv"), week);
        week.clear();
        assertThat(calendar.week().keySet()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> calendar.week().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void purposes_stand_in_the_order_of_their_declaration() {
        var terms = new ChannelTerms(
                ChannelKind.TELEGRAM,
                false,
                Set.of(ChannelPurpose.REPORTS, ChannelPurpose.DAILY_MATTERS, ChannelPurpose.DOCUMENTS),
                null,
                null,
                null);
        assertThat(terms.purposes())
                .containsExactly(ChannelPurpose.DAILY_MATTERS, ChannelPurpose.DOCUMENTS, ChannelPurpose.REPORTS);
    }
}
