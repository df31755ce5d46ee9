package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.ContactCommand.SendUpdate;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Lag;
import org.matterledger.values.MessageNature;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.Party;
import org.matterledger.values.Reassessment;
import org.matterledger.values.UpdateKind;
import org.matterledger.values.WorkCalendar;

/** Sections B and C of the scenarios, in their own dates, by the reckoning alone. */
class CalendarAndSilenceExamplesTest {

    private static final WorkCalendar KYIV = SampleTerms.week("Europe/Kyiv", "09:00", "18:00");
    private static final WorkCalendar WARSAW =
            closed(SampleTerms.week("Europe/Warsaw", "09:00", "17:00"), "2026-11-11", "2026-12-24", "2026-12-25");
    private static final WorkCalendar MOSCOW = with(
            closed(SampleTerms.week("Europe/Moscow", "09:00", "18:00"), "2025-11-03", "2025-11-04"),
            "2025-11-01",
            new OpenInterval(LocalTime.of(9, 0), LocalTime.of(17, 0)));

    @Nested
    class Answers {

        @Test
        void S_14_spring_dst_round_the_clock() {
            var matter = ToldHistory.in(WorkCalendar.alwaysOpen(ZoneId.of("Europe/Kyiv")), "2026-03-20T09:00");
            matter.tells("2026-03-20T10:00", new Deed.AgreesTimes(null, Duration.ofHours(8), null));
            matter.tells("2026-03-28T22:00", written());
            assertDue(matter, "2026-03-29T07:00");
        }

        @Test
        void S_16_business_hours_over_dst() {
            var matter = ToldHistory.in(KYIV, "2026-03-20T09:00");
            matter.tells("2026-03-20T10:00", new Deed.AgreesTimes(null, Duration.ofHours(8), null));
            matter.tells("2026-03-27T16:00", written());
            assertDue(matter, "2026-03-30T15:00");
        }

        @Test
        void S_17_holiday() {
            var november = ToldHistory.in(WARSAW, "2026-11-02T09:00");
            november.tells("2026-11-10T17:05", written());
            assertDue(november, "2026-11-12T17:00");
            var december = ToldHistory.in(WARSAW, "2026-12-14T09:00");
            december.tells("2026-12-23T17:30", written());
            assertDue(december, "2026-12-28T17:00");
        }

        @Test
        void S_18_working_saturday() {
            var friday = ToldHistory.in(MOSCOW, "2025-10-27T09:00");
            friday.tells("2025-10-31T18:30", written());
            assertDue(friday, "2025-11-01T17:00");
            var saturday = ToldHistory.in(MOSCOW, "2025-10-27T09:00");
            saturday.tells("2025-11-01T17:10", written());
            assertDue(saturday, "2025-11-05T18:00");
        }

        @Test
        void S_20_closure_added_while_running() {
            var matter = ToldHistory.in(KYIV, "2026-05-11T09:00");
            matter.tells("2026-05-14T18:30", written());
            matter.tells("2026-05-15T08:00", new Deed.Publishes(closed(KYIV, "2026-05-15")));
            assertDue(matter, "2026-05-18T18:00");
            assertThat(verdicts(matter, ObligationReplanned.class))
                    .filteredOn(plan ->
                            plan.obligationId().equals(matter.life.only(REPLY).id()))
                    .extracting(plan -> matter.life.local(plan.oldDue()) + " " + matter.life.local(plan.due()))
                    .containsExactly("2026-05-15T18:00 2026-05-18T18:00");
        }

        @Test
        void S_20_closure_added_after_the_breach() {
            var matter = ToldHistory.in(KYIV, "2026-05-11T09:00");
            matter.tells("2026-05-14T18:30", written());
            matter.tells("2026-05-15T19:00", new Deed.Publishes(closed(KYIV, "2026-05-15")));
            assertThat(matter.life.only(REPLY).breachedAt()).isEqualTo(matter.life.instant("2026-05-15T18:00"));
        }

        @Test
        void S_32_late_entry() {
            var matter = ToldHistory.in(KYIV, "2026-02-09T09:00");
            matter.tells("2026-02-13T10:00", written());
            matter.passes("2026-02-13T18:00");
            assertThat(matter.life.only(REPLY).breachedAt()).isEqualTo(matter.life.instant("2026-02-13T18:00"));
            matter.tells("2026-02-13T17:30", "2026-02-16T09:20", new Deed.Calls(Party.FIRM, "", true));
            assertThat(matter.life.only(REPLY).breachedAt()).isNull();
            assertThat(verdicts(matter, BreachReassessed.class))
                    .extracting(BreachReassessed::result, late -> late.recordedLate())
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            Reassessment.MET_RECORDED_LATE,
                            new Lag(Duration.ofMinutes(50), Duration.ofMinutes(63 * 60 + 50))));
            assertAgreed(matter);
        }
    }

    @Nested
    class Silence {

        private final ToldHistory matter = ToldHistory.in(KYIV, "2026-02-23T09:00");

        @Test
        void S_24_limit() {
            matter.tells("2026-03-05T11:00", said(MessageNature.SUBSTANTIVE));
            var silence = silence();
            matter.passes("2026-03-21T10:00");
            assertThat(matter.life.verdicts())
                    .filteredOn(verdict -> verdict.obligationId().equals(silence.id()))
                    .extracting(verdict ->
                            verdict.getClass().getSimpleName() + " " + matter.life.local(verdict.occurredAt()))
                    .containsExactlyInAnyOrder(
                            "ObligationArmed 2026-03-05T11:00",
                            "ObligationWarned 2026-03-17T18:00",
                            "ObligationBreached 2026-03-19T18:00",
                            "ObligationEscalated 2026-03-20T18:00");
        }

        @Test
        void S_25_weekend_roll_back() {
            matter.tells("2026-03-01T20:00", new Deed.Calls(Party.FIRM, "", true));
            assertThat(matter.life.local(silence().due())).isEqualTo("2026-03-13T18:00");
        }

        @Test
        void S_27_dst() {
            var warsaw = ToldHistory.in(WARSAW, "2026-03-16T09:00");
            warsaw.tells("2026-03-20T16:00", said(MessageNature.SUBSTANTIVE));
            assertThat(warsaw.life.local(open(warsaw).due())).isEqualTo("2026-04-03T17:00");
        }

        @Test
        void S_28_no_change_is_enough() {
            matter.life.at("2026-03-18T10:00").acts(noChange(null));
            assertThat(matter.life.local(silence().startedAt())).isEqualTo("2026-02-23T09:00");
            matter.life.at("2026-03-18T10:00").acts(noChange(LocalDate.parse("2026-04-01")));
            assertThat(matter.life.local(silence().startedAt())).isEqualTo("2026-03-18T10:00");
            assertThat(matter.life.local(matter.life.only(KEEP_PROMISE).due())).isEqualTo("2026-04-01T18:00");
        }

        @Test
        void S_28_without_a_next_contact_it_is_refused() {
            matter.life.at("2026-03-18T10:00");
            assertThat(matter.life.acts(noChange(null))).isInstanceOf(Outcome.Refusal.class);
        }

        @Test
        void S_29_client_contact_does_not_reset() {
            matter.tells("2026-03-05T11:00", said(MessageNature.SUBSTANTIVE));
            matter.tells("2026-03-10T10:00", new Deed.Calls(Party.CLIENT, "", false));
            assertThat(matter.life.only(REPLY).open()).isTrue();
            assertThat(matter.life.local(silence().due())).isEqualTo("2026-03-19T18:00");
            assertAgreed(matter);
        }

        @Test
        void S_31_invoice_is_not_contact() {
            matter.tells("2026-03-05T11:00", said(MessageNature.SUBSTANTIVE));
            matter.tells("2026-03-12T11:00", said(MessageNature.INVOICE));
            matter.tells("2026-03-13T11:00", said(MessageNature.SURVEY_INVITATION));
            assertThat(matter.life.local(silence().due())).isEqualTo("2026-03-19T18:00");
            assertAgreed(matter);
        }

        private Obligation silence() {
            return open(matter);
        }

        private SendUpdate noChange(@org.jspecify.annotations.Nullable LocalDate nextContact) {
            return new SendUpdate(
                    SampleMatter.M1,
                    UpdateKind.NO_CHANGE,
                    ChannelKind.MAIL,
                    List.of(MatterLife.MARTA),
                    MatterLife.OLHA,
                    SampleMatter.TEXT,
                    null,
                    SampleMatter.TEXT,
                    nextContact,
                    null,
                    null);
        }
    }

    private static Obligation open(ToldHistory matter) {
        return matter.life.owed(KEEP_INFORMED).stream()
                .filter(Obligation::open)
                .findFirst()
                .orElseThrow();
    }

    private static void assertDue(ToldHistory matter, String due) {
        assertThat(matter.life.local(matter.life.only(REPLY).due())).isEqualTo(due);
        assertAgreed(matter);
    }

    private static void assertAgreed(ToldHistory matter) {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    private static <E extends ObligationEvent> List<E> verdicts(ToldHistory matter, Class<E> type) {
        return matter.life.verdicts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Deed said(MessageNature nature) {
        return new Deed.FirmWrites("", ChannelKind.MAIL, nature, true, -1, null, null);
    }

    private static Deed written() {
        return new Deed.ClientWrites("", ChannelKind.MAIL, MessageNature.SUBSTANTIVE);
    }

    private static WorkCalendar closed(WorkCalendar calendar, String... dates) {
        var closed = calendar;
        for (var date : dates) {
            closed = with(closed, date);
        }
        return closed;
    }

    private static WorkCalendar with(WorkCalendar calendar, String date, OpenInterval... hours) {
        var exceptions = new HashMap<>(calendar.exceptions());
        exceptions.put(LocalDate.parse(date), List.of(hours));
        return new WorkCalendar(calendar.zone(), calendar.week(), exceptions, false);
    }
}
