package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.MatterLife.OLHA;
import static org.matterledger.command.matter.MatterLife.PETRO;
import static org.matterledger.command.matter.MatterRule.ANOTHER_PERSON_AGREES;
import static org.matterledger.command.matter.MatterRule.CORRECTION_WAS_ASKED_FOR;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ENTRY_MOVES_TO_ANOTHER_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.REPLY;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.CorrectEntry;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.MoveEntry;
import org.matterledger.command.matter.EntryCommand.WithdrawEntry;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.EntryEvent.CorrectionDeclined;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.EntryEvent.EntryMoved;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Reassessment;
import org.matterledger.values.ThreadId;

/** What was recorded wrongly is corrected, withdrawn or moved, and what then is owed. */
class CorrectionsTest {

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
            assertThat(life.last(BreachReassessed.class).result()).isEqualTo(Reassessment.MET_AS_CORRECTED);
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
}
