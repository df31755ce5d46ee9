package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.AgreeToCorrection;
import org.matterledger.command.matter.EntryCommand.DeclineCorrection;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.events.EntryEvent.AnswerWaived;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.events.ObligationEvent.BreachReassessed;
import org.matterledger.values.CancelReason;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Reassessment;

/** Messages that need no answer: said in time, said when the answer was late, and said of imported mail. */
class NeedlessAnswersTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");
    private final MatterLife life = matter.life;

    @AfterEach
    void the_record_says_what_the_facts_come_to() {
        var whole = matter.wholeState();
        var atOnce = Reckoning.of(
                M1,
                OLHA,
                whole.terms(),
                life.facts().yardsticks(),
                whole.duties().happenings(),
                List.of(),
                Instant.MIN,
                life.now().instant());
        assertThat(matter.recorded()).isEqualTo(matter.said(List.copyOf(atOnce.values())));
    }

    private Outcome waives(EntryId message) {
        return life.acts(new WaiveAnswer(M1, message, OLHA, TEXT));
    }

    private EntryId mailed(String local) {
        return matter.entry(
                matter.tells(local, new Deed.ClientWrites("", ChannelKind.MAIL, MessageNature.SUBSTANTIVE)));
    }

    @Test
    void said_in_time_ends_the_clock_when_it_is_said() {
        var thanks = mailed("2026-02-10T15:20");
        life.at("2026-02-10T15:30");
        waives(thanks);
        var ending = requireNonNull(life.only(REPLY).ending());
        assertThat(ending.reason()).isEqualTo(CancelReason.NEEDS_NO_ANSWER);
        assertThat(life.local(ending.at())).isEqualTo("2026-02-10T15:30");
        assertThat(life.last(AnswerWaived.class).neverNeeded()).isNull();
    }

    @Nested
    class Said_when_the_answer_was_late {

        private final EntryId thanks = mailed("2026-02-10T15:20");

        Said_when_the_answer_was_late() {
            life.at("2026-02-11T10:00");
            waives(thanks);
        }

        private EntryId request() {
            return life.last(CorrectionRequested.class).request();
        }

        @Test
        void ends_the_clock_and_leaves_the_breach_until_a_second_person_agrees() {
            assertThat(life.only(REPLY).open()).isFalse();
            assertThat(life.only(REPLY).breachedAt()).isEqualTo(life.instant("2026-02-10T18:00"));
            assertThat(life.acts(new AgreeToCorrection(M1, request(), OLHA)))
                    .isEqualTo(Outcome.refusedBy(MatterRule.ANOTHER_PERSON_AGREES));
            assertThat(life.only(REPLY).breachedAt()).isNotNull();
        }

        @Test
        void takes_the_breach_back_when_a_second_person_agrees() {
            var request = request();
            life.acts(new AgreeToCorrection(M1, request, PETRO));
            assertThat(life.only(REPLY).breachedAt()).isNull();
            assertThat(requireNonNull(life.only(REPLY).ending()).reason()).isEqualTo(CancelReason.NEEDS_NO_ANSWER);
            assertThat(life.last(BreachReassessed.class).result()).isEqualTo(Reassessment.MET_AS_CORRECTED);
            assertThat(life.last(AnswerWaived.class).by()).as("who asked").isEqualTo(OLHA);
            assertThat(life.last(AnswerWaived.class).request()).isEqualTo(request);
            assertThat(life.state().corrections().waiting()).isEmpty();
        }

        @Test
        void stays_late_when_the_second_person_declines() {
            life.acts(new DeclineCorrection(M1, request(), PETRO, TEXT));
            assertThat(life.only(REPLY).breachedAt()).isNotNull();
            assertThat(life.state().corrections().waiting()).isEmpty();
        }

        @Test
        void is_asked_once() {
            assertThat(waives(thanks)).isEqualTo(Outcome.nothingNew(request().value()));
        }

        @Test
        void lets_the_message_behind_it_wait_from_its_own_time() {
            life.acts(new AgreeToCorrection(M1, request(), PETRO));
            mailed("2026-02-11T11:00");
            assertThat(life.owed(REPLY))
                    .extracting(owe -> life.local(owe.due()))
                    .containsExactly("2026-02-10T18:00", "2026-02-11T18:00");
        }
    }

    @Test
    void what_was_answered_late_and_needed_no_answer_was_not_late() {
        var thanks = mailed("2026-02-10T15:20");
        life.at("2026-02-11T10:00").replies(null);
        assertThat(life.only(REPLY).breachedAt()).isNotNull();
        waives(thanks);
        assertThat(requireNonNull(life.only(REPLY).ending()).by())
                .as("still answered")
                .isNotNull();
        life.acts(new AgreeToCorrection(M1, life.last(CorrectionRequested.class).request(), PETRO));
        assertThat(life.only(REPLY).breachedAt()).isNull();
        assertThat(requireNonNull(life.only(REPLY).ending()).reason()).isEqualTo(CancelReason.NEEDS_NO_ANSWER);
    }

    @Test
    void of_imported_mail_takes_the_breach_back_at_once_as_it_enters_no_persons_figures() {
        var thanks = mailed("2026-02-10T15:20");
        life.imported(thanks).at("2026-02-11T10:00");
        waives(thanks);
        assertThat(life.only(REPLY).breachedAt()).isNull();
        assertThat(life.state().corrections().waiting()).isEmpty();
        assertThat(life.events()).noneMatch(CorrectionRequested.class::isInstance);
    }

    @Test
    void goes_with_its_message_when_that_turns_out_to_have_come_at_another_time() {
        var thanks = mailed("2026-02-10T15:20");
        life.imported(thanks).at("2026-02-11T10:00");
        waives(thanks);
        life.acts(new EntryCommand.CorrectEntry(
                M1, thanks, OLHA, new Correction(life.instant("2026-02-10T19:00"), null, null, null), TEXT, null));
        life.at("2026-02-13T10:00").passes();
        assertThat(life.only(REPLY).breachedAt()).isNull();
        assertThat(life.local(life.only(REPLY).startedAt())).isEqualTo("2026-02-10T19:00");
    }
}
