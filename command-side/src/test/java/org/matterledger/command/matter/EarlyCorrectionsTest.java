package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;

/**
 * A correction that was recorded before the ledger judged true times anew (decision 33) means what it meant then: an entry
 * keeps the agreement under which it was recorded, and nothing that is told later changes what was owed upon it.
 */
class EarlyCorrectionsTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");
    private final MatterLife life = matter.life;

    EarlyCorrectionsTest() {
        matter.tells("2026-02-11T09:00", new Deed.AgreesTelegram());
        matter.tells("2026-02-12T13:00", new Deed.WithdrawsTelegram());
    }

    @AfterEach
    void what_is_told_later_changes_nothing() {
        var before = matter.recorded();
        matter.tells(
                "2026-02-09T09:30",
                "2026-02-13T12:00",
                new Deed.ClientWrites("", ChannelKind.WHATSAPP, MessageNature.AUTOMATIC));
        assertThat(matter.recorded()).containsAll(before);
    }

    private int chat(String at, Deed deed) {
        return matter.tells(at, "2026-02-12T14:00", deed);
    }

    private void early(int entry, String at, @Nullable ChannelKind channel) {
        life.at("2026-02-13T11:00");
        var correction = new Correction(life.instant(at), null, channel, null);
        var event = new EntryCorrected(
                SampleMatter.M1,
                matter.entry(entry),
                correction,
                SampleMatter.TEXT,
                null,
                null,
                null,
                false,
                life.now().instant());
        life.does(state -> Outcome.events(event));
    }

    private String silentSince() {
        return life.local(life.owed(KEEP_INFORMED).getLast().startedAt());
    }

    @Test
    void a_question_keeps_the_speed_that_was_agreed_for_its_messenger() {
        var question =
                chat("2026-02-12T10:00", new Deed.ClientWrites("", ChannelKind.TELEGRAM, MessageNature.SUBSTANTIVE));
        early(question, "2026-02-10T11:00", null);
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T13:00");
        early(question, "2026-02-10T12:00", ChannelKind.MAIL);
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T14:00");
    }

    @Test
    void an_answer_counts_whenever_it_was_once_it_counted() {
        var answer = chat("2026-02-12T10:00", answered());
        early(answer, "2026-02-10T17:00", null);
        assertThat(silentSince()).isEqualTo("2026-02-10T17:00");
    }

    @Test
    void an_answer_by_another_channel_counts_where_that_was_agreed() {
        var answer = chat("2026-02-12T10:00", answered());
        early(answer, "2026-02-10T17:00", ChannelKind.WHATSAPP);
        assertThat(silentSince()).isEqualTo("2026-02-09T09:00");
    }

    @Test
    void a_call_by_another_channel_needed_an_agreement() {
        var call = chat("2026-02-12T10:00", new Deed.Calls(Party.FIRM, "", true));
        early(call, "2026-02-12T12:30", null);
        assertThat(silentSince()).isEqualTo("2026-02-12T12:30");
        early(call, "2026-02-12T12:00", ChannelKind.WHATSAPP);
        assertThat(silentSince()).isEqualTo("2026-02-09T09:00");
    }

    @Test
    void a_delivery_was_contact_at_another_time_and_delivered_when_it_was_recorded() {
        matter.tells("2026-02-12T14:00", new Deed.AsksTask("lease"));
        matter.tells("2026-02-12T14:30", new Deed.TakesTask("lease", LocalDate.parse("2026-02-16")));
        var delivery = matter.tells("2026-02-12T15:00", new Deed.Delivers("lease"));
        early(delivery, "2026-02-12T14:45", null);
        assertThat(silentSince()).isEqualTo("2026-02-12T14:45");
        assertThat(life.only(DELIVER_TASK).ending())
                .satisfies(ending -> assertThat(life.local(
                                java.util.Objects.requireNonNull(ending).at()))
                        .isEqualTo("2026-02-12T15:00"));
    }

    private static Deed answered() {
        return new Deed.FirmWrites("", ChannelKind.TELEGRAM, MessageNature.SUBSTANTIVE, true, -1, null, null);
    }
}
