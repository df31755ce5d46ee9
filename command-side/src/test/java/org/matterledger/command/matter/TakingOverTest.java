package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.matter.SampleMatter.IVO;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.EntryCommand.TakeOverEntry;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ContactEvent.HoldingReplySent;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.events.ContactEvent.ReplySent;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.PersonId;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;
import org.matterledger.values.TaskId;

/** What was recorded in matter M-2 by mistake and belongs to M-1 is judged by what M-1 agreed, and by whom its client named. */
class TakingOverTest {

    private static final MatterId M2 = new MatterId("matter-m2");
    private static final EntryId THERE = EntryId.of(M2, 0);
    private static final ChannelId AGREED_THERE = new ChannelId("channel-of-m2");
    private static final List<Recipient> TO_MARTA = List.of(new Recipient(MARTA, Standing.PRINCIPAL));

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");
    private final Instant at = life.instant("2026-02-10T12:00");

    private Outcome takes(LedgerEvent... told) {
        life.at("2026-02-10T13:00").knows(M2.value(), told);
        return life.acts(new TakeOverEntry(M1, THERE));
    }

    private ContactEvent taken() {
        return life.last(ContactEvent.class);
    }

    private MessageSent sent(ChannelKind channel, PersonId to) {
        return new MessageSent(
                M2,
                THERE,
                OLHA,
                List.of(new Recipient(to, Standing.PRINCIPAL)),
                channel,
                AGREED_THERE,
                MessageNature.SUBSTANTIVE,
                null,
                null,
                null,
                null,
                null,
                Set.of(Deviation.TIME_RECONSTRUCTED),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private static EntryCorrected corrected(Correction correction) {
        return corrected(THERE, correction);
    }

    private static EntryCorrected corrected(EntryId about, Correction correction) {
        return new EntryCorrected(M2, about, correction, TEXT, null, null, null, true, Instant.EPOCH);
    }

    @Test
    void an_answer_by_a_messenger_that_was_agreed_there_alone_discharges_nothing_here() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        takes(sent(ChannelKind.TELEGRAM, MARTA));
        assertThat(taken().agreement()).isNull();
        assertThat(((MessageSent) taken()).deviations())
                .containsExactlyInAnyOrder(Deviation.TIME_RECONSTRUCTED, Deviation.CHANNEL_NOT_AGREED);
        assertThat(life.only(REPLY).open()).isTrue();
    }

    @Test
    void an_answer_by_mail_counts_at_its_own_time_under_the_agreement_of_this_matter() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        takes(sent(ChannelKind.MAIL, MARTA));
        assertThat(taken().agreement()).isEqualTo(ChannelId.main(M1));
        assertThat(life.only(REPLY).ending()).isEqualTo(Obligation.Ending.fulfilled(at, taken().entryId()));
    }

    @Test
    void whoever_it_reached_stands_as_this_client_says() {
        takes(sent(ChannelKind.MAIL, IVO));
        assertThat(((MessageSent) taken()).to()).containsExactly(new Recipient(IVO, Standing.OTHER));
        takes(sent(ChannelKind.MAIL, new PersonId("person-of-another-client")));
        assertThat(((MessageSent) taken()).to()).isEmpty();
        assertThat(((MessageSent) taken()).deviations()).contains(Deviation.RECIPIENT_NOT_NAMED);
    }

    @Test
    void a_question_by_an_agreed_messenger_has_the_speed_agreed_here() {
        var agreement = ToldHistory.inKyiv("2026-02-09T09:00");
        agreement.tells("2026-02-09T10:00", new Deed.AgreesTelegram());
        var question =
                SampleMatter.received(THERE, ChannelKind.TELEGRAM, null, MARTA, at, Deviation.CHANNEL_NOT_AGREED);
        var there = agreement.life.at("2026-02-10T13:00").knows(M2.value(), question);
        there.acts(new TakeOverEntry(M1, THERE));
        assertThat(there.local(there.only(REPLY).due())).isEqualTo("2026-02-10T14:00");
    }

    @Test
    void an_act_of_the_firm_is_a_fact_here() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        takes(new ReplySent(M2, THERE, ChannelKind.MAIL, AGREED_THERE, TO_MARTA, OLHA, null, null, null, null, at));
        assertThat(taken()).isInstanceOf(MessageSent.class);
        assertThat(((MessageSent) taken()).movedFrom()).isEqualTo(THERE);
        assertThat(life.only(REPLY).open()).isFalse();
    }

    @Test
    void a_date_to_wait_for_is_promised_here() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        takes(new HoldingReplySent(
                M2,
                THERE,
                ChannelKind.MAIL,
                AGREED_THERE,
                TO_MARTA,
                OLHA,
                LocalDate.parse("2026-02-13"),
                LocalTime.of(15, 0),
                null,
                null,
                null,
                null,
                at));
        assertThat(life.local(life.only(KEEP_PROMISE).due())).isEqualTo("2026-02-13T15:00");
    }

    @Test
    void what_was_put_right_there_is_right_here() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        var really = life.instant("2026-02-10T11:00");
        takes(
                sent(ChannelKind.MAIL, MARTA),
                corrected(new Correction(really, null, ChannelKind.TELEGRAM, null)),
                corrected(new Correction(null, null, null, MessageNature.AUTOMATIC)));
        var taken = (MessageSent) taken();
        assertThat(taken.occurredAt()).isEqualTo(really);
        assertThat(taken.channel()).isEqualTo(ChannelKind.TELEGRAM);
        assertThat(taken.agreement()).isNull();
        assertThat(taken.deviations()).contains(Deviation.CHANNEL_NOT_AGREED);
        assertThat(taken.nature()).isEqualTo(MessageNature.AUTOMATIC);
        assertThat(life.only(REPLY).open()).isTrue();
    }

    @Test
    void the_last_correction_holds_and_that_of_another_entry_does_not() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        var really = life.instant("2026-02-10T11:30");
        takes(
                sent(ChannelKind.TELEGRAM, MARTA),
                corrected(new Correction(life.instant("2026-02-10T09:00"), null, ChannelKind.MAIL, null)),
                corrected(new Correction(really, null, null, null)),
                corrected(EntryId.of(M2, 1), new Correction(null, null, null, MessageNature.INVOICE)),
                new DeliveryFailed(M2, EntryId.of(M2, 1), null, at));
        assertThat(life.only(REPLY).ending()).isEqualTo(Obligation.Ending.fulfilled(really, taken().entryId()));
    }

    @Test
    void what_did_not_arrive_there_is_no_contact_here() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        takes(sent(ChannelKind.MAIL, MARTA), new DeliveryFailed(M2, THERE, null, at));
        assertThat(life.events()).contains(new DeliveryFailed(M1, taken().entryId(), null, at));
        assertThat(life.only(REPLY).open()).isTrue();
    }

    @Test
    void a_move_takes_a_breach_back_only_by_what_is_still_held_true() {
        life.at("2026-02-10T10:00").clientMails("2026-02-10T10:00");
        life.at("2026-02-11T10:00").passes();
        var answer = sent(ChannelKind.MAIL, MARTA);
        assertThat(takesABreachBack(answer)).isTrue();
        assertThat(takesABreachBack(answer, new DeliveryFailed(M2, THERE, null, at)))
                .isFalse();
        assertThat(takesABreachBack(answer, corrected(new Correction(null, null, null, MessageNature.INVOICE))))
                .isFalse();
    }

    private boolean takesABreachBack(LedgerEvent... told) {
        var streams = new HashMap<String, List<LedgerEvent>>(
                life.knows(M2.value(), told).facts().streams());
        streams.put(M1.value(), List.copyOf(life.events()));
        var move = new EntryCommand.MoveEntry(M2, THERE, OLHA, M1, TEXT, null);
        return MoveForeseen.takesABreachBack(move, asked -> streams, life.now());
    }

    @Test
    void a_delivery_stays_with_its_task() {
        var delivered =
                new TaskDelivered(M2, new TaskId("task-of-m2"), ChannelKind.MAIL, null, List.of(), OLHA, null, at);
        assertThat(takes(delivered)).isEqualTo(Outcome.nothingNew());
        var there = ToldHistory.inKyiv("2026-02-09T09:00");
        there.tells("2026-02-10T10:00", new Deed.AsksTask("lease"));
        there.tells("2026-02-10T10:00", new Deed.TakesTask("lease", LocalDate.parse("2026-02-12")));
        var delivery = there.entry(there.tells("2026-02-10T11:00", new Deed.Delivers("lease")));
        var move = new EntryCommand.MoveEntry(M1, delivery, OLHA, M2, TEXT, null);
        assertThat(there.life.does(
                        state -> new Correcting(state, there.life.facts(), there.life.now()).move(move, () -> false)))
                .isEqualTo(Outcome.refusedBy(MatterRule.ONLY_WHAT_WAS_SAID_MOVES));
    }
}
