package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.Obligation.End;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;

/** Promises of an answer and of a next contact, how they are kept, and how they are made again. */
class PromisesTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    @Test
    void a_holding_reply_that_names_a_next_contact_promises_both() {
        matter.tells("2026-02-10T10:00", holding("a", "2026-02-13", "2026-02-12"));
        assertThat(matter.life.owed(KEEP_PROMISE))
                .extracting(owe -> matter.life.local(owe.due()))
                .containsExactlyInAnyOrder("2026-02-13T18:00", "2026-02-12T18:00");
        assertThat(matter.life.owed(DELAY_NOTICE)).hasSize(2);
    }

    @Test
    void a_delay_notice_in_the_thread_of_its_promise_does_not_keep_the_new_one() {
        var promise = matter.tells("2026-02-10T10:00", new Deed.Holds("a", -1, LocalDate.parse("2026-02-13")));
        matter.tells("2026-02-11T10:00", new Deed.SaysLate(promise, false, "a", LocalDate.parse("2026-02-17")));
        assertThat(matter.life.owed(KEEP_PROMISE))
                .extracting(owe -> owe.ending() == null
                        ? End.REPLACED + " not"
                        : owe.ending().end() + "")
                .containsExactly("REPLACED", "REPLACED not");
    }

    @Test
    void a_delay_notice_answers_what_waits_in_its_thread_and_keeps_no_other_promise() {
        matter.tells("2026-02-10T09:30", new Deed.Holds("b", -1, LocalDate.parse("2026-02-20")));
        var promise = matter.tells("2026-02-10T10:00", new Deed.Holds("a", -1, LocalDate.parse("2026-02-13")));
        matter.tells("2026-02-11T09:00", written("b"));
        matter.tells("2026-02-11T10:00", new Deed.SaysLate(promise, false, "b", LocalDate.parse("2026-02-17")));
        assertThat(matter.life.only(REPLY).open()).isFalse();
        assertThat(matter.life.owed(KEEP_PROMISE).getFirst().open()).isTrue();
    }

    @Test
    void a_delay_notice_about_a_next_contact_does_not_keep_the_one_it_names() {
        var update = matter.tells("2026-02-10T10:00", new Deed.Updates(null, true, LocalDate.parse("2026-02-13")));
        matter.tells("2026-02-11T10:00", new Deed.SaysLate(update, true, null, LocalDate.parse("2026-02-17")));
        var promises = matter.life.owed(KEEP_PROMISE);
        assertThat(Objects.requireNonNull(promises.get(0).ending()).withNotice())
                .isTrue();
        assertThat(promises.get(1).open()).isTrue();
    }

    @Test
    void a_next_contact_on_a_sunday_is_due_on_friday_and_its_notice_the_day_before() {
        matter.tells("2026-02-10T10:00", new Deed.Updates(null, true, LocalDate.parse("2026-02-15")));
        assertThat(matter.life.local(matter.life.only(KEEP_PROMISE).due())).isEqualTo("2026-02-13T18:00");
        assertThat(matter.life.local(matter.life.only(DELAY_NOTICE).due())).isEqualTo("2026-02-12T18:00");
    }

    @Nested
    class A_next_contact_for_a_day_whose_last_open_day_has_closed {

        @Test
        void is_due_at_the_end_of_the_working_day_of_the_promise() {
            matter.tells("2026-02-10T18:00", nextContact("2026-02-10"));
            assertThat(matter.life.local(matter.life.only(KEEP_PROMISE).due())).isEqualTo("2026-02-11T18:00");
        }

        @Test
        void is_due_on_monday_where_it_was_promised_on_friday_evening_for_sunday() {
            matter.tells("2026-02-13T19:00", nextContact("2026-02-15"));
            var promise = matter.life.only(KEEP_PROMISE);
            assertThat(matter.life.local(promise.due())).isEqualTo("2026-02-16T18:00");
            assertThat(promise.promisedFor()).isEqualTo("2026-02-15");
            assertThat(matter.life.owed(DELAY_NOTICE))
                    .as("no notice can be given before it")
                    .isEmpty();
        }

        @Test
        void is_missed_like_any_other_when_nobody_writes() {
            matter.tells("2026-02-14T11:00", new Deed.Calls(Party.FIRM, "", true));
            matter.tells("2026-02-14T11:05", nextContact("2026-02-14"));
            matter.passes("2026-02-16T18:00");
            assertThat(matter.life.local(Objects.requireNonNull(
                            matter.life.only(KEEP_PROMISE).breachedAt())))
                    .isEqualTo("2026-02-16T18:00");
        }

        @Test
        void promises_nothing_where_the_day_was_past_already() {
            matter.tells(
                    "2026-02-10T10:00",
                    new Deed.FirmWrites(
                            "a",
                            ChannelKind.MAIL,
                            MessageNature.SUBSTANTIVE,
                            true,
                            -1,
                            null,
                            LocalDate.parse("2026-02-09")));
            assertThat(matter.life.owed(KEEP_PROMISE)).isEmpty();
        }

        private static Deed nextContact(String day) {
            return new Deed.Updates(null, true, LocalDate.parse(day));
        }
    }

    @Test
    void an_answer_that_refers_to_another_thread_answers_there_and_where_it_stands() {
        var asked = matter.tells("2026-02-10T10:00", written("a"));
        matter.tells("2026-02-10T10:05", written("b"));
        matter.tells(
                "2026-02-10T11:00",
                new Deed.FirmWrites("b", ChannelKind.MAIL, MessageNature.SUBSTANTIVE, true, asked, null, null));
        assertThat(matter.life.owed(REPLY)).noneMatch(Obligation::open);
    }

    @Test
    void of_one_minute_the_promise_comes_before_the_answer_whichever_was_told_first() {
        matter.tells("2026-02-10T10:00", answer("a"));
        matter.tells("2026-02-10T10:00", "2026-02-10T10:01", holding("a", "2026-02-13", null));
        assertThat(Objects.requireNonNull(matter.life.only(KEEP_PROMISE).ending())
                        .end())
                .isEqualTo(End.FULFILLED);
    }

    @Test
    void a_reply_on_a_channel_not_agreed_counts_from_its_own_time_once_the_client_answers_there() {
        matter.tells("2026-02-10T10:00", written("a"));
        matter.tells(
                "2026-02-10T11:00",
                new Deed.FirmWrites("a", ChannelKind.WHATSAPP, MessageNature.SUBSTANTIVE, true, -1, null, null));
        assertThat(matter.life.only(REPLY).open()).isTrue();
        matter.tells("2026-02-11T09:00", new Deed.ClientWrites("b", ChannelKind.WHATSAPP, MessageNature.SUBSTANTIVE));
        var reply = matter.life.owed(REPLY).getFirst();
        assertThat(matter.life.local(Objects.requireNonNull(reply.ending()).at()))
                .isEqualTo("2026-02-10T11:00");
        assertThat(reply.breachedAt()).isNull();
    }

    private static Deed holding(String thread, String until, @Nullable String again) {
        return new Deed.FirmWrites(
                thread,
                ChannelKind.MAIL,
                MessageNature.HOLDING_REPLY,
                true,
                -1,
                LocalDate.parse(until),
                again == null ? null : LocalDate.parse(again));
    }

    private static Deed answer(String thread) {
        return new Deed.FirmWrites(thread, ChannelKind.MAIL, MessageNature.SUBSTANTIVE, true, -1, null, null);
    }

    private static Deed written(String thread) {
        return new Deed.ClientWrites(thread, ChannelKind.MAIL, MessageNature.SUBSTANTIVE);
    }
}
