package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.ObligationWarned;
import org.matterledger.values.LadderStep;
import org.matterledger.values.Level;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.WorkCalendar;

/** A promise whose day the firm closes afterwards stays due; its holder is asked for a delay notice (semantics 4.2, 8). */
class ClosedPromiseTest {

    private static final WorkCalendar WEEK = SampleTerms.week("Europe/Kyiv", "09:00", "18:00");

    private final ToldHistory matter = ToldHistory.in(WEEK, "2026-02-09T09:00");
    private final MatterLife life = matter.life;

    ClosedPromiseTest() {
        matter.tells("2026-02-09T10:00", new Deed.Holds("", -1, LocalDate.parse("2026-02-13")));
    }

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    private void closes(String at, String... days) {
        Map<LocalDate, List<OpenInterval>> exceptions = new HashMap<>();
        for (var day : days) {
            exceptions.put(LocalDate.parse(day), List.of());
        }
        matter.tells(at, new Deed.Publishes(new WorkCalendar(WEEK.zone(), WEEK.week(), exceptions, false)));
    }

    private List<String> warned() {
        return life.verdicts().stream()
                .filter(ObligationWarned.class::isInstance)
                .map(ObligationEvent::occurredAt)
                .map(life::local)
                .toList();
    }

    private String rule() {
        return life.only(KEEP_PROMISE).plan().reckoned().rule();
    }

    @Test
    void stays_due_and_warns_its_holder_at_once() {
        closes("2026-02-10T09:00", "2026-02-13");
        assertThat(life.local(life.only(KEEP_PROMISE).due())).isEqualTo("2026-02-13T18:00");
        assertThat(rule()).isEqualTo(DueTimes.PROMISED_DAY_CLOSED);
        assertThat(life.only(KEEP_PROMISE).plan().reckoned().calendarVersion()).isEqualTo(2);
        assertThat(life.only(KEEP_PROMISE).plan().ladder())
                .contains(new LadderStep(Level.WARNING, life.instant("2026-02-10T09:00")));
        assertThat(warned()).containsExactly("2026-02-10T09:00");
        matter.passes("2026-02-13T18:00");
        assertThat(life.only(KEEP_PROMISE).breachedAt()).isEqualTo(life.instant("2026-02-13T18:00"));
    }

    @Test
    void asks_for_nothing_more_when_the_day_is_open_again() {
        closes("2026-02-10T09:00", "2026-02-13");
        closes("2026-02-11T09:00");
        assertThat(rule()).isEqualTo("CLOSE_OF_THE_PROMISED_DAY");
        closes("2026-02-12T09:00", "2026-02-20");
        assertThat(life.only(KEEP_PROMISE).plan().from()).isEqualTo(life.instant("2026-02-11T09:00"));
    }

    @Test
    void is_asked_for_once_however_many_other_days_are_closed() {
        closes("2026-02-10T09:00", "2026-02-13");
        closes("2026-02-11T09:00", "2026-02-13", "2026-02-20");
        assertThat(warned()).containsExactly("2026-02-10T09:00");
    }

    @Test
    void holds_for_the_date_of_a_delivery_too() {
        matter.tells("2026-02-09T11:00", new Deed.AsksTask("t"));
        matter.tells("2026-02-09T12:00", new Deed.TakesTask("t", LocalDate.parse("2026-02-16")));
        closes("2026-02-10T09:00", "2026-02-16");
        assertThat(life.only(DELIVER_TASK).plan().reckoned().rule()).isEqualTo(DueTimes.PROMISED_DAY_CLOSED);
        assertThat(life.local(life.only(DELIVER_TASK).due())).isEqualTo("2026-02-16T18:00");
        assertThat(rule()).isEqualTo("CLOSE_OF_THE_PROMISED_DAY");
    }

    @Test
    void is_announced_and_promised_anew_as_ever() {
        closes("2026-02-10T09:00", "2026-02-13");
        matter.tells("2026-02-12T10:00", new Deed.SaysLate(0, false, "", LocalDate.parse("2026-02-16")));
        assertThat(life.owed(KEEP_PROMISE))
                .extracting(owe -> owe.plan().reckoned().rule())
                .containsExactly(DueTimes.PROMISED_DAY_CLOSED, "CLOSE_OF_THE_PROMISED_DAY");
    }
}
