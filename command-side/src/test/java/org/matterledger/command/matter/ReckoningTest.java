package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Obligation.End;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationBreached;
import org.matterledger.events.ObligationEvent.ObligationEscalated;
import org.matterledger.events.ObligationEvent.ObligationFulfilled;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.values.EntryId;
import org.matterledger.values.Lag;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Reassessment;
import org.matterledger.values.WorkCalendar;

/** What follows from what is said in a matter, in the scenarios' own dates. */
class ReckoningTest {

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");

    @Nested
    class AMessageOfTheClient {

        @Test
        void is_to_be_answered_on_its_working_day() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T18:00");
        }

        @Test
        void at_closing_is_to_be_answered_the_next_working_day() {
            life.at("2026-02-10T18:00").clientMails("2026-02-10T18:00");
            assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-11T18:00");
        }

        @Test
        void late_on_a_friday_is_to_be_answered_on_monday() {
            life.at("2026-02-13T19:40").clientMails("2026-02-13T19:40");
            assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-16T18:00");
        }

        @Test
        void does_not_set_back_the_clock_of_an_older_one() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            life.at("2026-02-10T16:00").clientMails("2026-02-10T16:00");
            life.at("2026-02-11T09:30").clientMails("2026-02-11T09:30");
            var reply = life.only(REPLY);
            assertThat(life.local(reply.due())).isEqualTo("2026-02-10T18:00");
            assertThat(life.local(requireNonNull(reply.breachedAt()))).isEqualTo("2026-02-10T18:00");
            life.at("2026-02-11T11:15").replies(null);
            var fulfilled = verdict(ObligationFulfilled.class, life.only(REPLY));
            assertThat(fulfilled.late()).isEqualTo(new Lag(Duration.ofMinutes(135), Duration.ofMinutes(1035)));
            assertThat(life.verdicts().stream().filter(ObligationBreached.class::isInstance))
                    .hasSize(1);
        }

        @Test
        void is_not_answered_by_a_machine() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            life.at("2026-02-10T15:21").firmMailed("2026-02-10T15:21", MessageNature.AUTOMATIC);
            assertThat(life.only(REPLY).open()).isTrue();
        }
    }

    @Nested
    class AHoldingReply {

        @Test
        void answers_and_promises() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            life.at("2026-02-10T17:30").holds("2026-02-13");
            assertThat(ending(life.only(REPLY)).end()).isEqualTo(End.FULFILLED);
            assertThat(life.local(life.only(KEEP_PROMISE).due())).isEqualTo("2026-02-13T18:00");
        }

        @Test
        void without_a_date_to_wait_for_is_refused() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            life.at("2026-02-10T17:30");
            for (var day : new String[] {null, "2026-02-09", "2026-02-15", "2026-06-15"}) {
                assertThat(life.holds(day)).isInstanceOf(Outcome.Refusal.class);
            }
            assertThat(life.only(REPLY).open()).isTrue();
        }

        @Test
        void made_again_replaces_the_promise_with_or_without_notice() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            life.at("2026-02-10T17:30").holds("2026-02-13");
            life.at("2026-02-12T17:00").holds("2026-02-17");
            life.at("2026-02-17T12:00").holds("2026-02-19");
            var promises = life.owed(KEEP_PROMISE);
            assertThat(promises).hasSize(3);
            assertThat(ending(promises.get(0)).withNotice()).isTrue();
            assertThat(ending(promises.get(1)).withNotice()).isFalse();
            assertThat(promises.get(2).promises()).isEqualTo(2);
            assertThat(life.verdicts().stream()
                            .filter(ObligationEscalated.class::isInstance)
                            .map(ObligationEvent::obligationId))
                    .containsExactly(promises.get(2).id());
            assertThat(life.owed(DELAY_NOTICE).get(1).breachedAt()).isEqualTo(life.instant("2026-02-16T18:00"));
        }

        @Test
        void after_the_promised_day_saves_nothing() {
            life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
            life.at("2026-02-10T17:30").holds("2026-02-13");
            life.at("2026-02-16T10:00").holds("2026-02-17");
            assertThat(life.owed(KEEP_PROMISE).getFirst().breachedAt()).isEqualTo(life.instant("2026-02-13T18:00"));
            assertThat(life.owed(DELAY_NOTICE).getFirst().breachedAt()).isEqualTo(life.instant("2026-02-12T18:00"));
        }
    }

    @Test
    void a_bounced_reply_is_none() {
        life.at("2026-02-10T15:20").clientMails("2026-02-10T15:20");
        life.at("2026-02-10T16:00").firmMailed("2026-02-10T16:00", MessageNature.SUBSTANTIVE);
        assertThat(life.only(REPLY).open()).isFalse();
        var by = requireNonNull(ending(life.only(REPLY)).by());
        life.at("2026-02-10T16:05")
                .acts(new EntryCommand.ReportFailure(SampleMatter.M1, by, null, life.instant("2026-02-10T16:05")));
        assertThat(life.only(REPLY).open()).isTrue();
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T18:00");
        assertThat(verdict(FulfilmentWithdrawn.class, life.only(REPLY)).message())
                .isEqualTo(by);
    }

    @Test
    void a_call_told_late_reassesses_the_breach() {
        life.at("2026-02-13T10:00").clientMails("2026-02-13T10:00");
        life.at("2026-02-13T18:00").passes();
        assertThat(life.only(REPLY).breachedAt()).isEqualTo(life.instant("2026-02-13T18:00"));
        life.at("2026-02-16T09:20").firmMailed("2026-02-13T17:30", MessageNature.SUBSTANTIVE);
        var reassessed = verdict(BreachReassessed.class, life.only(REPLY));
        assertThat(reassessed.result()).isEqualTo(Reassessment.MET_RECORDED_LATE);
        assertThat(requireNonNull(reassessed.recordedLate()).business()).isEqualTo(Duration.ofMinutes(50));
        assertThat(life.only(REPLY).breachedAt()).isNull();
    }

    @Test
    void a_thanks_needs_no_answer() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        var basis = life.only(REPLY).basis();
        life.at("2026-02-10T16:00").clientMails("2026-02-10T16:00");
        waive(basis);
        assertThat(life.owed(REPLY)).hasSize(2);
        assertThat(life.owed(REPLY).get(0).open()).isFalse();
        assertThat(life.local(life.owed(REPLY).get(1).startedAt())).isEqualTo("2026-02-10T16:00");
    }

    private void waive(EntryId about) {
        life.acts(new EntryCommand.WaiveAnswer(SampleMatter.M1, about, MatterLife.OLHA, SampleMatter.TEXT));
    }

    @Test
    void silence_is_limited_rolled_back_and_escalated() {
        life.at("2026-03-05T11:00").firmMailed("2026-03-05T11:00", MessageNature.SUBSTANTIVE);
        var silence = open(KEEP_INFORMED);
        assertThat(life.local(silence.due())).isEqualTo("2026-03-19T18:00");
        assertThat(silence.plan().ladder().stream().map(step -> step.level() + " " + life.local(step.at())))
                .containsExactly("WARNING 2026-03-17T18:00", "PARTNER 2026-03-20T18:00");
        life.at("2026-03-21T10:00").passes();
        assertThat(life.verdicts().stream()
                        .filter(verdict -> verdict.obligationId().equals(silence.id()))
                        .map(verdict -> verdict.getClass().getSimpleName() + " " + life.local(verdict.occurredAt())))
                .containsExactly(
                        "ObligationArmed 2026-03-05T11:00",
                        "ObligationBreached 2026-03-19T18:00",
                        "ObligationWarned 2026-03-17T18:00",
                        "ObligationEscalated 2026-03-20T18:00");
    }

    @Test
    void a_closure_added_while_running_plans_anew() {
        life.at("2026-05-14T18:30").clientMails("2026-05-14T18:30");
        var closed = new WorkCalendar(
                SampleTerms.week("Europe/Kyiv", "09:00", "18:00").zone(),
                SampleTerms.week("Europe/Kyiv", "09:00", "18:00").week(),
                Map.of(LocalDate.parse("2026-05-15"), List.of()),
                false);
        life.at("2026-05-15T08:00").publishes(closed).passes();
        var replanned = verdict(ObligationReplanned.class, life.only(REPLY));
        assertThat(life.local(replanned.oldDue())).isEqualTo("2026-05-15T18:00");
        assertThat(life.local(replanned.due())).isEqualTo("2026-05-18T18:00");
    }

    @Test
    void a_closure_added_after_the_breach_changes_nothing() {
        life.at("2026-05-14T18:30").clientMails("2026-05-14T18:30");
        var week = SampleTerms.week("Europe/Kyiv", "09:00", "18:00");
        life.at("2026-05-15T19:00")
                .publishes(new WorkCalendar(
                        week.zone(), week.week(), Map.of(LocalDate.parse("2026-05-15"), List.of()), false))
                .passes();
        assertThat(life.only(REPLY).breachedAt()).isEqualTo(life.instant("2026-05-15T18:00"));
    }

    private static Obligation.Ending ending(Obligation obligation) {
        return requireNonNull(obligation.ending());
    }

    private Obligation open(org.matterledger.values.ObligationKind kind) {
        return life.owed(kind).stream().filter(Obligation::open).findFirst().orElseThrow();
    }

    private <E extends ObligationEvent> E verdict(Class<E> type, Obligation about) {
        return life.verdicts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(verdict -> verdict.obligationId().equals(about.id()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + life.verdicts()));
    }
}
