package org.matterledger.query.compliancereplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.query.compliancereplay.SampleRecord.IVAN;
import static org.matterledger.query.compliancereplay.SampleRecord.MATTER;
import static org.matterledger.query.compliancereplay.SampleRecord.RECKONED;
import static org.matterledger.query.compliancereplay.SampleRecord.SEALED;
import static org.matterledger.query.compliancereplay.SampleRecord.at;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent.FulfilmentWithdrawn;
import org.matterledger.events.ObligationEvent.ObligationCancelled;
import org.matterledger.events.ObligationEvent.ObligationHandedOver;
import org.matterledger.events.ObligationEvent.ObligationReplanned;
import org.matterledger.events.TermsEvent.SilenceLimitAgreed;
import org.matterledger.query.DutyResult;
import org.matterledger.query.compliancereplay.Difference.Kind;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.Reassessment;

/** A matter at an instant, as known then and as known now. */
class AsOfTest {

    private final SampleRecord record = SampleRecord.opened("2026-02-02T09:00");

    @Nested
    class An_entry_told_late {

        /** S-32: the call of Friday 17:30 is recorded on Monday; the breach of Friday 18:00 was none. */
        @Test
        void leaves_the_breach_in_what_was_known_then_and_none_in_what_is_known_now() {
            var mail = record.received("2026-02-13T10:00");
            var reply = record.armed(mail, "2026-02-13T10:00", "2026-02-13T18:00");
            record.breached(reply, "2026-02-13T18:00");
            var call = record.noted("2026-02-16T09:20").called("2026-02-13T17:30");
            record.kept(reply, call, "2026-02-13T17:30");
            record.reassessed(reply, call, "2026-02-13T18:00");

            var then = record.then("2026-02-14T12:00").open().getFirst();
            assertThat(then.result()).isEqualTo(DutyResult.OPEN);
            assertThat(then.breached()).isTrue();

            var now = record.now("2026-02-14T12:00").ended().getFirst();
            assertThat(now.result()).isEqualTo(DutyResult.KEPT);
            assertThat(now.breached()).isFalse();
            assertThat(now.reassessed()).isEqualTo(Reassessment.MET_RECORDED_LATE);

            assertThat(record.now("2026-02-13T17:00").open()).hasSize(1);
            assertThat(record.then("2026-02-16T09:20"))
                    .usingRecursiveComparison()
                    .ignoringFields("known")
                    .isEqualTo(record.now("2026-02-16T09:20"));
        }

        /** S-65. */
        @Test
        void is_told_as_the_difference_together_with_what_was_reassessed_for_it_and_nothing_else() {
            var mail = record.received("2026-02-13T10:00");
            var reply = record.armed(mail, "2026-02-13T10:00", "2026-02-13T18:00");
            record.breached(reply, "2026-02-13T18:00");
            var call = record.noted("2026-02-16T09:20").called("2026-02-13T17:30");
            record.kept(reply, call, "2026-02-13T17:30");
            record.reassessed(reply, call, "2026-02-13T18:00");

            assertThat(record.difference("2026-02-14T12:00"))
                    .containsExactly(
                            new Difference(
                                    Kind.LATE_ENTRY,
                                    call.value(),
                                    "Olha called Marta by phone on Fri 13 Feb 2026, 17:30;"
                                            + " it was recorded only Mon 16 Feb 2026, 09:20."),
                            new Difference(
                                    Kind.REASSESSED,
                                    reply.value(),
                                    "The answer to the client, as known then: due Fri 13 Feb 2026, 18:00, missed and still"
                                            + " open, held by Olha; as known now: due Fri 13 Feb 2026, 18:00, kept on Fri 13"
                                            + " Feb 2026, 17:30 (kept in time and recorded late), held by Olha."));
            assertThat(record.difference("2026-02-13T17:00")).isEmpty();
            assertThat(record.difference("2026-02-17T12:00")).isEmpty();
        }

        @Test
        void takes_the_place_of_the_later_message_that_seemed_to_answer() {
            var mail = record.received("2026-02-10T10:00");
            var reply = record.armed(mail, "2026-02-10T10:00", "2026-02-10T18:00");
            record.breached(reply, "2026-02-10T18:00");
            var late = record.replied("2026-02-11T11:15");
            record.keptLate(reply, late, "2026-02-11T11:15");
            var call = record.noted("2026-02-12T09:00").called("2026-02-10T17:00");
            record.reassessed(reply, call, "2026-02-10T18:00");
            record.tell(entry -> new FulfilmentWithdrawn(MATTER, reply, late, at("2026-02-11T11:15")));
            record.kept(reply, call, "2026-02-10T17:00");

            assertThat(record.then("2026-02-11T12:00").ended().getFirst().result())
                    .isEqualTo(DutyResult.KEPT_LATE);
            assertThat(record.now("2026-02-10T17:30").ended().getFirst().endedBy())
                    .isEqualTo(call);
            assertThat(record.now("2026-02-11T12:00").ended().getFirst().result())
                    .isEqualTo(DutyResult.KEPT);
        }
    }

    @Nested
    class An_entry_that_was_wrong {

        @Test
        void takes_effect_at_what_it_corrects_as_known_now() {
            var call = record.called("2026-02-10T17:00");
            record.tell(entry -> new EntryCorrected(
                    MATTER,
                    call,
                    new Correction(at("2026-02-09T17:00"), null, ChannelKind.MAIL, null),
                    SEALED,
                    null,
                    null,
                    null,
                    true,
                    at("2026-02-12T09:00")));
            assertThat(record.then("2026-02-11T12:00").contacts().getFirst().occurredAt())
                    .isEqualTo(at("2026-02-10T17:00"));
            assertThat(record.now("2026-02-09T18:00").contacts()).hasSize(1);
            assertThat(record.difference("2026-02-11T12:00"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.CORRECTED_ENTRY))
                    .extracting(Difference::sentence)
                    .isEqualTo(
                            "Olha called Marta by phone on Tue 10 Feb 2026, 17:00; really: Olha called Marta by mail on"
                                    + " Mon 9 Feb 2026, 17:00.");
        }

        @Test
        void never_was_once_it_is_withdrawn_and_neither_was_the_duty_that_it_armed() {
            var mail = record.received("2026-02-10T10:00");
            var reply = record.armed(mail, "2026-02-10T10:00", "2026-02-10T18:00");
            record.tell(entry -> new EntryWithdrawn(MATTER, mail, SEALED, null, null, at("2026-02-10T12:00")));
            record.noted("2026-02-10T12:00");
            record.tell(entry ->
                    new ObligationCancelled(MATTER, reply, CancelReason.RECKONED_AGAIN, null, at("2026-02-10T10:00")));
            assertThat(record.then("2026-02-10T11:00").open()).hasSize(1);
            assertThat(record.now("2026-02-10T11:00").open()).isEmpty();
            assertThat(record.now("2026-02-10T11:00").contacts()).isEmpty();
            assertThat(record.difference("2026-02-10T11:00"))
                    .extracting(Difference::kind)
                    .containsExactly(Kind.WITHDRAWN_ENTRY, Kind.REASSESSED);
        }

        /** S-11: the reply never arrived, so it answered nothing at any time, as is known now. */
        @Test
        void did_not_arrive_at_any_time_once_it_is_known_to_have_bounced() {
            var mail = record.received("2026-02-10T15:20");
            var reply = record.armed(mail, "2026-02-10T15:20", "2026-02-10T18:00");
            var answer = record.replied("2026-02-10T16:00");
            record.kept(reply, answer, "2026-02-10T16:00");
            record.tell(entry -> new DeliveryFailed(MATTER, answer, null, at("2026-02-10T16:05")));
            record.noted("2026-02-10T16:05");
            record.tell(entry -> new FulfilmentWithdrawn(MATTER, reply, answer, at("2026-02-10T16:00")));
            assertThat(record.then("2026-02-10T16:02").ended()).hasSize(1);
            assertThat(record.now("2026-02-10T16:02").open()).hasSize(1);
            assertThat(record.now("2026-02-10T16:02").contacts().getLast().arrived())
                    .isFalse();
        }
    }

    @Nested
    class Terms_and_holders {

        @Test
        void hold_from_the_instant_at_which_they_were_agreed() {
            record.tell(entry -> new SilenceLimitAgreed(MATTER, 10, null, at("2026-02-05T09:00")));
            record.tell(entry -> new ResponsibleReplaced(MATTER, IVAN, at("2026-02-06T09:00")));
            var before = Objects.requireNonNull(record.now("2026-02-04T09:00").terms());
            var after = Objects.requireNonNull(record.now("2026-02-06T09:00").terms());
            assertThat(before.silenceLimit()).isEqualTo(14);
            assertThat(after.silenceLimit()).isEqualTo(10);
            assertThat(after.responsible()).isEqualTo(IVAN);
            assertThat(record.now("2026-02-01T09:00").terms()).isNull();
        }

        @Test
        void change_a_duty_from_the_instant_of_the_change_on() {
            var mail = record.received("2026-02-10T10:00");
            var reply = record.armed(mail, "2026-02-10T10:00", "2026-02-10T18:00");
            record.tell(entry -> new ObligationReplanned(
                    MATTER,
                    reply,
                    at("2026-02-10T18:00"),
                    at("2026-02-11T18:00"),
                    List.of(),
                    RECKONED,
                    at("2026-02-10T12:00")));
            record.tell(
                    entry -> new ObligationHandedOver(MATTER, reply, SampleRecord.OLHA, IVAN, at("2026-02-10T14:00")));
            assertThat(record.now("2026-02-10T11:00").open().getFirst().due()).isEqualTo(at("2026-02-10T18:00"));
            assertThat(record.now("2026-02-10T13:00").open().getFirst().due()).isEqualTo(at("2026-02-11T18:00"));
            assertThat(record.now("2026-02-10T13:00").open().getFirst().holder())
                    .isEqualTo(SampleRecord.OLHA);
            assertThat(record.now("2026-02-10T15:00").open().getFirst().holder())
                    .isEqualTo(IVAN);
        }
    }

    @Test
    void two_instants_differ_by_what_happened_between_them() {
        var first = record.now("2026-02-10T09:00");
        var mail = record.received("2026-02-10T10:00");
        record.armed(mail, "2026-02-10T10:00", "2026-02-10T18:00");
        assertThat(Differences.between(first, record.now("2026-02-10T11:00"), SampleRecord.NAMES))
                .extracting(Difference::kind)
                .containsExactly(Kind.HAPPENED_BETWEEN, Kind.HAPPENED_BETWEEN);
    }
}
