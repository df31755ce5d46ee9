package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.MatterLife.OLHA;
import static org.matterledger.command.matter.MatterLife.PETRO;
import static org.matterledger.command.matter.MatterRule.DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE;
import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ONLY_A_BREACH_IS_EXCUSED;
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
import org.matterledger.command.matter.EntryCommand.ExcuseBreach;
import org.matterledger.command.matter.EntryCommand.OpenThread;
import org.matterledger.command.matter.EntryCommand.ReportFailure;
import org.matterledger.command.matter.EntryCommand.WaiveAnswer;
import org.matterledger.events.EntryEvent.LateEntryAdopted;
import org.matterledger.events.ThreadEvent.ThreadOpened;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.ObligationId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.ThreadId;

/** What becomes of entries, and what then is owed. */
class EntriesTest {

    private static final MatterId M2 = new MatterId("matter-m2");
    private static final EntryId STRANGE = EntryId.of(M2, 3);

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");

    private void refused(Outcome outcome, Rule rule) {
        assertThat(outcome).isEqualTo(Outcome.refusedBy(rule));
    }

    private void breaches() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        life.at("2026-02-11T10:00").passes();
        assertThat(life.only(REPLY).breachedAt()).isNotNull();
    }

    @Nested
    class AdoptingALateEntry {

        @Test
        void lets_it_take_effect() {
            breaches();
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
            breaches();
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
                    M1, about, ChannelKind.MAIL, List.of(MARTA), OLHA, day, null, null, null, null, null));
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
