package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.MatterLife.OLHA;
import static org.matterledger.command.matter.MatterLife.PETRO;
import static org.matterledger.command.matter.MatterRule.ANOTHER_PERSON_AGREES;
import static org.matterledger.command.matter.MatterRule.CORRECTION_WAS_ASKED_FOR;
import static org.matterledger.command.matter.MatterRule.DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ENTRY_MOVES_TO_ANOTHER_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_A_BREACH_IS_EXCUSED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.PROMISED_DATE_IS_AHEAD_AND_OPEN;
import static org.matterledger.command.matter.MatterRule.PROMISE_NAMES_A_DATE;
import static org.matterledger.command.matter.MatterRule.THREAD_HAS_A_SUBJECT;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.EntryCommand.AdoptLateEntry;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.ExcuseBreach;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.OpenThread;
import org.matterledger.command.matter.EntryCommand.ReportFailure;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.command.matter.EntryCommand.WithdrawEntry;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.Reassessment;
import org.matterledger.values.ThreadId;

/** What becomes of entries, and what then is owed. */
class EntriesTest {

    private static final MatterId M2 = new MatterId("matter-m2");
    private static final EntryId STRANGE = EntryId.of(M2, 3);

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");

    private void refused(Outcome outcome, Rule rule) {
        assertThat(outcome).isEqualTo(Outcome.refusedBy(rule));
    }

    /** A message breached on Tuesday, and the entry by which it was asked. */
    private EntryId breached() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        life.at("2026-02-11T10:00").passes();
        assertThat(life.only(REPLY).breachedAt()).isNotNull();
        return life.only(REPLY).basis();
    }

    private static CorrectEntry correction(EntryId about, Correction correction) {
        return new CorrectEntry(M1, about, OLHA, correction, TEXT, null);
    }

    private static Correction nature(MessageNature nature) {
        return new Correction(null, null, null, nature);
    }

    @Nested
    class Correcting {

        @Test
        void takes_effect_at_what_it_corrects() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            var message = life.only(REPLY).basis();
            life.at("2026-02-10T11:00");
            life.acts(correction(message, new Correction(life.instant("2026-02-10T08:00"), null, null, null)));
            assertThat(life.last(EntryCorrected.class).request()).isNull();
            assertThat(life.only(REPLY).startedAt()).isEqualTo(life.instant("2026-02-10T08:00"));
        }

        @Test
        void by_which_a_breach_vanishes_waits_for_a_second_person() {
            var message = breached();
            life.acts(correction(message, nature(MessageNature.AUTOMATIC)));
            var request = life.last(CorrectionRequested.class).request();
            assertThat(life.only(REPLY).breachedAt()).isNotNull();
            refused(life.acts(new AgreeToCorrection(M1, request, OLHA)), ANOTHER_PERSON_AGREES);
            life.acts(new AgreeToCorrection(M1, request, PETRO));
            assertThat(life.last(EntryCorrected.class).request()).isEqualTo(request);
            assertThat(life.owed(REPLY)).isEmpty();
            assertThat(life.last(org.matterledger.events.ObligationEvent.BreachReassessed.class)
                            .result())
                    .isEqualTo(Reassessment.MET_AS_CORRECTED);
        }

        @Test
        void that_the_second_person_declines_changes_nothing() {
            var message = breached();
            life.acts(correction(message, nature(MessageNature.AUTOMATIC)));
            var request = life.last(CorrectionRequested.class).request();
            life.acts(new DeclineCorrection(M1, request, PETRO, TEXT));
            assertThat(life.last(CorrectionDeclined.class).request()).isEqualTo(request);
            assertThat(life.only(REPLY).breachedAt()).isNotNull();
            refused(life.acts(new AgreeToCorrection(M1, request, PETRO)), CORRECTION_WAS_ASKED_FOR);
            refused(life.acts(new DeclineCorrection(M1, request, PETRO, TEXT)), CORRECTION_WAS_ASKED_FOR);
        }

        @Test
        void the_opening_is_refused() {
            refused(life.acts(new WithdrawEntry(M1, EntryId.of(M1, 0), OLHA, TEXT, null)), ENTRY_IS_OF_THIS_MATTER);
        }

        @Test
        void an_entry_of_another_matter_is_refused() {
            refused(life.acts(correction(STRANGE, nature(MessageNature.AUTOMATIC))), ENTRY_IS_OF_THIS_MATTER);
        }

        @Test
        void to_a_time_ahead_is_refused() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            var ahead = new Correction(life.instant("2026-02-10T11:00"), null, null, null);
            refused(life.acts(correction(life.only(REPLY).basis(), ahead)), ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
    }

    @Nested
    class WithdrawingAndMoving {

        @Test
        void an_entry_ends_what_it_had_armed() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            var message = life.only(REPLY).basis();
            life.acts(new WithdrawEntry(M1, message, OLHA, TEXT, null));
            assertThat(life.last(EntryWithdrawn.class).about()).isEqualTo(message);
            assertThat(life.owed(REPLY)).isEmpty();
        }

        @Test
        void an_answer_to_another_matter_leaves_the_message_unanswered() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            life.at("2026-02-10T11:00").replies(null);
            var answer =
                    requireNonNull(requireNonNull(life.only(REPLY).ending()).by());
            refused(life.acts(new MoveEntry(M1, answer, OLHA, M1, TEXT, null)), ENTRY_MOVES_TO_ANOTHER_MATTER);
            life.acts(new MoveEntry(M1, answer, OLHA, M2, TEXT, null));
            assertThat(life.last(EntryMoved.class).to()).isEqualTo(M2);
            assertThat(life.only(REPLY).open()).isTrue();
        }

        @Test
        void that_was_asked_for_twice_happens_once() {
            var message = breached();
            var first = asked(new MoveEntry(M1, message, OLHA, M2, TEXT, null));
            var second = asked(new MoveEntry(M1, message, OLHA, M2, TEXT, null));
            life.acts(new AgreeToCorrection(M1, first, PETRO));
            refused(life.acts(new AgreeToCorrection(M1, second, PETRO)), CORRECTION_WAS_ASKED_FOR);
            assertThat(life.events().stream().filter(EntryMoved.class::isInstance))
                    .hasSize(1);
        }

        @Test
        void ends_whatever_else_was_asked_about_the_entry_alone() {
            var message = breached();
            var move = asked(new MoveEntry(M1, message, OLHA, M2, TEXT, null));
            var withdrawal = asked(new WithdrawEntry(M1, message, OLHA, TEXT, null));
            life.at("2026-02-11T10:05").clientMails("2026-02-10T10:30", new ThreadId("thread-b"));
            life.at("2026-02-11T10:10").passes();
            var other = life.last(MessageReceived.class).entryId();
            var another = asked(new WithdrawEntry(M1, other, OLHA, TEXT, null));
            life.acts(new AgreeToCorrection(M1, withdrawal, PETRO));
            refused(life.acts(new AgreeToCorrection(M1, move, PETRO)), CORRECTION_WAS_ASKED_FOR);
            refused(life.acts(new DeclineCorrection(M1, move, PETRO, TEXT)), CORRECTION_WAS_ASKED_FOR);
            life.acts(new AgreeToCorrection(M1, another, PETRO));
            assertThat(life.last(EntryWithdrawn.class).about()).isEqualTo(other);
        }

        private EntryId asked(EntryCommand command) {
            life.acts(command);
            return life.last(CorrectionRequested.class).request();
        }
    }

    @Nested
    class AdoptingALateEntry {

        @Test
        void lets_it_take_effect() {
            breached();
            life.at("2026-02-16T10:00").firmMailed("2026-02-10T15:00", MessageNature.SUBSTANTIVE);
            assertThat(life.only(REPLY).breachedAt())
                    .as("told later than the window")
                    .isNotNull();
            var late = EntryId.of(M1, life.events().size() - 1L);
            life.acts(new AdoptLateEntry(M1, late, PETRO, TEXT));
            assertThat(life.last(LateEntryAdopted.class).about()).isEqualTo(late);
            assertThat(life.only(REPLY).breachedAt()).isNull();
            assertThat(requireNonNull(life.only(REPLY).ending()).by()).isEqualTo(late);
        }

        @Test
        void of_another_matter_is_refused() {
            refused(life.acts(new AdoptLateEntry(M1, STRANGE, PETRO, TEXT)), ENTRY_IS_OF_THIS_MATTER);
        }
    }

    @Nested
    class Excusing {

        @Test
        void a_breach_leaves_it_on_record_and_is_asked_once() {
            breached();
            var reply = life.only(REPLY).id();
            assertThat(life.acts(new ExcuseBreach(M1, reply, PETRO, TEXT))).isInstanceOf(Outcome.Recorded.class);
            assertThat(life.only(REPLY).excused()).isTrue();
            assertThat(life.acts(new ExcuseBreach(M1, reply, PETRO, TEXT))).isEqualTo(Outcome.nothingNew());
            life.at("2026-02-12T10:00").clientMails("2026-02-12T10:00").passes();
            assertThat(life.only(REPLY).breachedAt()).as("stays excused").isNull();
        }

        @Test
        void what_is_no_breach_is_refused() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            refused(life.acts(new ExcuseBreach(M1, life.only(REPLY).id(), PETRO, TEXT)), ONLY_A_BREACH_IS_EXCUSED);
        }
    }

    @Test
    void a_thread_is_opened_with_its_subject() {
        var thread = new ThreadId("thread-lease");
        refused(life.acts(new OpenThread(M1, thread, null, null)), THREAD_HAS_A_SUBJECT);
        life.acts(new OpenThread(M1, thread, TEXT, null));
        assertThat(life.last(ThreadOpened.class).threadId()).isEqualTo(thread);
    }

    @Test
    void failures_and_waivers_are_about_entries_of_the_matter() {
        refused(life.acts(new ReportFailure(M1, STRANGE, null, life.now().instant())), ENTRY_IS_OF_THIS_MATTER);
        refused(life.acts(new WaiveAnswer(M1, STRANGE, OLHA, TEXT)), ENTRY_IS_OF_THIS_MATTER);
    }

    @Nested
    class Promising {

        private Outcome notice(ObligationId about, @Nullable LocalDate day) {
            return life.acts(new ContactCommand.SendDelayNotice(
                    M1, about, ChannelKind.MAIL, List.of(MARTA), OLHA, day, null, null, null, null));
        }

        @Test
        void names_an_open_day_ahead() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            refused(life.holds(null), PROMISE_NAMES_A_DATE);
            refused(life.holds("2026-02-15"), PROMISED_DATE_IS_AHEAD_AND_OPEN);
        }

        @Test
        void anew_is_about_a_promise_that_stands() {
            life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
            refused(
                    notice(life.only(REPLY).id(), LocalDate.parse("2026-02-13")),
                    DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE);
            life.at("2026-02-10T11:00").holds("2026-02-12");
            var promise = life.only(ObligationKind.KEEP_PROMISE);
            refused(notice(promise.id(), null), PROMISE_NAMES_A_DATE);
            assertThat(notice(promise.id(), LocalDate.parse("2026-02-13"))).isInstanceOf(Outcome.Recorded.class);
            assertThat(requireNonNull(life.owed(ObligationKind.KEEP_PROMISE)
                                    .getFirst()
                                    .ending())
                            .withNotice())
                    .isTrue();
        }
    }
}
