package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ContactEvent.DelayNoticeSent;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.LedgerEvent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;
import org.matterledger.values.ThreadId;
import org.matterledger.values.UpdateKind;

/** An update, or a notice of delay, that was sent in another matter than was recorded does here what it does in its own. */
class MovedUpdatesTest {

    private static final MatterId M2 = new MatterId("matter-m2");
    private static final EntryId THERE = EntryId.of(M2, 0);
    private static final ThreadId LEASE = new ThreadId("thread-lease");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-02-13");

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");
    private final Instant at = life.instant("2026-02-10T12:00");

    @BeforeEach
    void a_question_waits() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
    }

    private MessageSent takes(LedgerEvent... told) {
        life.at("2026-02-10T13:00").knows(M2.value(), told);
        life.acts(new TakeOverEntry(M1, THERE));
        return life.last(MessageSent.class);
    }

    private UpdateSent update(@Nullable ThreadId thread, @Nullable EntryId inReplyTo) {
        return new UpdateSent(
                M2,
                THERE,
                UpdateKind.NO_CHANGE,
                ChannelKind.MAIL,
                null,
                List.of(new Recipient(MARTA, Standing.PRINCIPAL)),
                OLHA,
                TEXT,
                null,
                TEXT,
                FRIDAY,
                thread,
                inReplyTo,
                null,
                at);
    }

    private DelayNoticeSent notice(@Nullable ThreadId thread) {
        return new DelayNoticeSent(
                M2,
                THERE,
                ObligationId.of(THERE, KEEP_PROMISE),
                ChannelKind.MAIL,
                null,
                List.of(new Recipient(MARTA, Standing.PRINCIPAL)),
                OLHA,
                FRIDAY,
                LocalTime.of(15, 0),
                null,
                null,
                thread,
                null,
                null,
                at);
    }

    private void informs() {
        assertThat(life.owed(KEEP_INFORMED).getLast().startedAt()).isEqualTo(at);
    }

    @Test
    void an_update_in_no_thread_informs_and_answers_nothing() {
        assertThat(takes(update(null, null)).inNoThread()).isTrue();
        assertThat(life.only(REPLY).open()).isTrue();
        assertThat(life.only(KEEP_PROMISE).subject()).isEqualTo(Promises.NEXT_CONTACT);
        informs();
    }

    @Test
    void an_update_that_spoke_in_a_thread_speaks_in_the_general_one_here() {
        assertThat(takes(update(LEASE, null)).inNoThread()).isNull();
        assertThat(life.only(REPLY).open()).isFalse();
    }

    @Test
    void an_update_that_referred_to_a_message_answers() {
        assertThat(takes(update(null, EntryId.of(M2, 7))).inNoThread()).isNull();
        assertThat(life.only(REPLY).open()).isFalse();
    }

    @Test
    void a_notice_of_delay_in_no_thread_says_when_the_client_hears_again() {
        assertThat(takes(notice(null)).inNoThread()).isTrue();
        assertThat(life.only(REPLY).open()).isTrue();
        assertThat(life.only(KEEP_PROMISE).subject()).isEqualTo(Promises.NEXT_CONTACT);
        assertThat(life.only(KEEP_PROMISE).promisedFor()).isEqualTo(FRIDAY);
        informs();
    }

    @Test
    void a_notice_of_delay_in_a_thread_names_the_date_of_an_answer() {
        takes(notice(LEASE));
        assertThat(life.only(REPLY).open()).isFalse();
        assertThat(life.only(KEEP_PROMISE).subject()).isNull();
    }

    @Test
    void a_thread_that_was_named_afterwards_counts_there_and_here() {
        var correction = new Correction(null, LEASE, null, null);
        takes(
                update(null, null),
                new EntryCorrected(M2, THERE, correction, TEXT, null, null, null, true, Instant.EPOCH));
        assertThat(life.only(REPLY).open()).isFalse();
    }

    @Test
    void a_thread_that_is_named_here_is_answered() {
        life.at("2026-02-10T11:00").clientMails("2026-02-10T11:00", LEASE);
        var taken = takes(update(null, null));
        var correction = new Correction(null, LEASE, null, null);
        life.acts(new EntryCommand.CorrectEntry(M1, taken.entryId(), OLHA, correction, TEXT, null));
        assertThat(life.owed(REPLY))
                .satisfiesExactlyInAnyOrder(
                        general -> assertThat(general.open()).isTrue(),
                        lease -> assertThat(lease.open()).isFalse());
    }

    @Test
    void moved_on_it_still_speaks_in_no_thread() {
        var taken = takes(update(null, null));
        var third = MatterLife.opened("2026-02-09T09:00");
        third.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        third.at("2026-02-10T14:00").knows(M2.value(), taken).acts(new TakeOverEntry(M1, THERE));
        assertThat(third.last(MessageSent.class).inNoThread()).isTrue();
        assertThat(third.only(REPLY).open()).isTrue();
    }
}
