package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Obligation.End;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Lag;
import org.matterledger.values.MessageNature;

/** Section A of the scenarios, in their own dates, by the reckoning alone. */
class ReplyAndPromiseExamplesTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    @ParameterizedTest
    @CsvSource({
        "S_01_same_day, 2026-02-10T15:20, 2026-02-10T18:00",
        "S_02_at_closing, 2026-02-10T18:00, 2026-02-11T18:00",
        "S_02_just_before, 2026-02-10T17:59:59, 2026-02-10T18:00",
        "S_03_before_opening, 2026-02-10T07:15, 2026-02-10T18:00",
        "S_04_friday_evening, 2026-02-13T19:40, 2026-02-16T18:00"
    })
    void S_01_to_S_04_the_day_of_the_answer(String scenario, String written, String due) {
        matter.tells(written, written(""));
        assertThat(local(reply())).as(scenario).isEqualTo(due);
    }

    @Test
    void S_05_oldest_counts() {
        matter.tells("2026-02-10T10:00", written(""));
        matter.tells("2026-02-10T16:00", written(""));
        matter.tells("2026-02-11T09:30", written(""));
        assertThat(local(reply())).isEqualTo("2026-02-10T18:00");
        matter.tells("2026-02-11T11:15", sent(MessageNature.SUBSTANTIVE));
        assertThat(matter.life.verdicts())
                .filteredOn(ObligationBreached.class::isInstance)
                .hasSize(1);
        assertThat(matter.life.verdicts())
                .filteredOn(verdict -> verdict instanceof ObligationFulfilled done
                        && done.obligationId().equals(reply().id()))
                .extracting(verdict -> ((ObligationFulfilled) verdict).late())
                .containsExactly(new Lag(Duration.ofMinutes(135), Duration.ofMinutes(1035)));
    }

    @Test
    void S_06_holding_reply() {
        matter.tells("2026-02-10T15:20", written(""));
        matter.tells("2026-02-10T17:30", holds("2026-02-13"));
        assertThat(ending(reply()).end()).isEqualTo(End.FULFILLED);
        assertThat(local(matter.life.only(KEEP_PROMISE))).isEqualTo("2026-02-13T18:00");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-09", "2026-02-15", "2026-06-15"})
    void S_07_no_date_to_wait_for_no_holding_reply(String day) {
        matter.tells("2026-02-10T15:20", written(""));
        matter.tells("2026-02-10T17:30", holds(day));
        assertThat(matter.answer()).isInstanceOf(Outcome.Refusal.class);
        assertThat(reply().open()).isTrue();
    }

    @Test
    void S_07_without_a_date() {
        matter.tells("2026-02-10T15:20", written(""));
        matter.life.at("2026-02-10T17:30");
        assertThat(matter.life.holds(null)).isInstanceOf(Outcome.Refusal.class);
        assertThat(reply().open()).isTrue();
    }

    @Test
    void S_08_re_promise() {
        matter.tells("2026-02-10T15:20", written(""));
        matter.tells("2026-02-10T17:30", holds("2026-02-13"));
        matter.tells("2026-02-12T18:00", holds("2026-02-17"));
        matter.tells("2026-02-17T10:00", holds("2026-02-19"));
        var promises = matter.life.owed(KEEP_PROMISE);
        assertThat(promises).extracting(Obligation::promises).containsExactly(0, 1, 2);
        assertThat(ending(promises.get(0)).withNotice()).isTrue();
        assertThat(ending(promises.get(1)).withNotice()).isFalse();
        assertThat(matter.life.verdicts())
                .filteredOn(ObligationEscalated.class::isInstance)
                .extracting(verdict -> verdict.obligationId())
                .containsExactly(promises.get(2).id());
    }

    @Test
    void S_08_a_promise_after_the_due_does_not_undo_the_missed_one() {
        matter.tells("2026-02-10T17:30", holds("2026-02-13"));
        matter.tells("2026-02-16T09:00", holds("2026-02-17"));
        assertThat(matter.life.owed(KEEP_PROMISE).getFirst().breachedAt())
                .isEqualTo(matter.life.instant("2026-02-13T18:00"));
    }

    @Test
    void S_09_delay_notice() {
        var taken = takenFor("2026-03-20");
        matter.tells("2026-03-19T11:00", new Deed.SaysLate(taken, false, null, LocalDate.parse("2026-03-25")));
        var deliveries = matter.life.owed(DELIVER_TASK);
        assertThat(ending(deliveries.get(0)).withNotice()).isTrue();
        assertThat(local(deliveries.get(1))).isEqualTo("2026-03-25T18:00");
        assertThat(matter.life.owed(DELAY_NOTICE)).noneMatch(notice -> notice.breachedAt() != null);
    }

    @Test
    void S_09_without_the_notice() {
        takenFor("2026-03-20");
        matter.passes("2026-03-20T18:00");
        assertThat(matter.life.only(DELIVER_TASK).breachedAt()).isEqualTo(matter.life.instant("2026-03-20T18:00"));
        assertThat(matter.life.only(DELAY_NOTICE).breachedAt()).isEqualTo(matter.life.instant("2026-03-19T18:00"));
    }

    @Test
    void S_10_auto_reply() {
        matter.tells("2026-02-10T15:20", written(""));
        matter.tells("2026-02-10T15:21", sent(MessageNature.AUTOMATIC));
        assertThat(reply().open()).isTrue();
    }

    @Test
    void S_11_bounce() {
        matter.tells("2026-02-10T15:20", written(""));
        var answer = matter.tells("2026-02-10T16:00", sent(MessageNature.SUBSTANTIVE));
        matter.tells("2026-02-10T16:05", new Deed.Bounces(answer));
        assertThat(reply().open()).isTrue();
        assertThat(local(reply())).isEqualTo("2026-02-10T18:00");
        assertThat(matter.life.verdicts())
                .anyMatch(verdict -> verdict instanceof FulfilmentWithdrawn withdrawn
                        && withdrawn.obligationId().equals(reply().id())
                        && withdrawn.message().equals(matter.entry(answer)));
    }

    @Test
    void S_12_thanks() {
        var thanks = matter.tells("2026-02-10T15:20", written(""));
        matter.tells("2026-02-10T16:00", new Deed.Waives(thanks));
        assertThat(ending(reply()).reason()).isEqualTo(CancelReason.NEEDS_NO_ANSWER);
        assertThat(matter.life.events())
                .filteredOn(EntryEvent.AnswerWaived.class::isInstance)
                .extracting(event -> ((EntryEvent.AnswerWaived) event).by())
                .containsExactly(MatterLife.OLHA);
    }

    private int takenFor(String day) {
        matter.tells("2026-03-16T10:00", new Deed.AsksTask("t"));
        return matter.tells("2026-03-16T11:00", new Deed.TakesTask("t", LocalDate.parse(day)));
    }

    private Obligation reply() {
        return matter.life.only(REPLY);
    }

    private String local(Obligation owed) {
        return matter.life.local(owed.due());
    }

    private static Obligation.Ending ending(Obligation owed) {
        return java.util.Objects.requireNonNull(owed.ending());
    }

    private static Deed holds(String until) {
        return new Deed.Holds("", -1, LocalDate.parse(until));
    }

    private static Deed sent(MessageNature nature) {
        return new Deed.FirmWrites("", ChannelKind.MAIL, nature, true, -1, null, null);
    }

    private static Deed written(String thread) {
        return new Deed.ClientWrites(thread, ChannelKind.MAIL, MessageNature.SUBSTANTIVE);
    }
}
