package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.REPLY;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.Correction;
import org.matterledger.values.MessageNature;
import org.matterledger.values.Party;

/** An entry whose time or channel was wrong is judged by what was agreed at the true one. */
class CorrectedChannelsTest {

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");
    private final MatterLife life = matter.life;

    CorrectedChannelsTest() {
        matter.tells("2026-02-11T09:00", new Deed.AgreesTelegram());
        matter.tells("2026-02-12T13:00", new Deed.WithdrawsTelegram());
    }

    @AfterEach
    void the_model_agrees() {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    private int chat(String at, Deed deed) {
        return matter.tells(at, "2026-02-12T14:00", deed);
    }

    private static Deed written() {
        return new Deed.ClientWrites("", ChannelKind.TELEGRAM, MessageNature.SUBSTANTIVE);
    }

    private static Deed answered() {
        return new Deed.FirmWrites("", ChannelKind.TELEGRAM, MessageNature.SUBSTANTIVE, true, -1, null, null);
    }

    private void really(int entry, String at, @Nullable ChannelKind channel) {
        matter.tells("2026-02-13T11:00", new Deed.Moves(entry, life.instant(at), channel, true));
    }

    private String silentSince() {
        return life.local(life.owed(KEEP_INFORMED).getLast().startedAt());
    }

    @Test
    void what_was_written_while_a_messenger_was_agreed_counts() {
        var answer = chat("2026-02-10T17:00", answered());
        assertThat(silentSince()).isEqualTo("2026-02-09T09:00");
        really(answer, "2026-02-11T10:00", null);
        assertThat(silentSince()).isEqualTo("2026-02-11T10:00");
    }

    @Test
    void what_was_written_before_it_was_agreed_counts_no_more() {
        var answer = chat("2026-02-11T10:00", answered());
        assertThat(silentSince()).isEqualTo("2026-02-11T10:00");
        really(answer, "2026-02-10T17:00", null);
        assertThat(silentSince()).isEqualTo("2026-02-09T09:00");
    }

    @Test
    void what_was_written_after_it_was_withdrawn_counts_no_more() {
        var answer = chat("2026-02-12T10:00", answered());
        really(answer, "2026-02-12T13:00", null);
        assertThat(silentSince()).isEqualTo("2026-02-09T09:00");
    }

    @Test
    void the_speed_agreed_for_the_messenger_holds_where_it_was_agreed() {
        var question = chat("2026-02-10T10:00", written());
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T18:00");
        really(question, "2026-02-12T10:00", null);
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-12T12:00");
        really(question, "2026-02-10T11:00", null);
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-10T18:00");
    }

    @Test
    void what_really_came_by_mail_has_the_time_of_mail() {
        var question = chat("2026-02-12T10:00", written());
        really(question, "2026-02-12T10:00", ChannelKind.MAIL);
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-12T18:00");
    }

    @Test
    void who_spoke_with_each_other_need_no_agreement_whenever_it_was() {
        var call = chat("2026-02-12T10:00", new Deed.Calls(Party.FIRM, "", true));
        really(call, "2026-02-12T12:00", ChannelKind.WHATSAPP);
        assertThat(silentSince()).isEqualTo("2026-02-12T12:00");
    }

    @Test
    void what_is_corrected_in_neither_stays_as_it_was_judged() {
        chat("2026-02-12T10:00", answered());
        var message = matter.tells("2026-02-12T11:00", "2026-02-12T14:30", written());
        life.at("2026-02-13T11:00");
        life.acts(new EntryCommand.CorrectEntry(
                SampleMatter.M1,
                matter.entry(message),
                SampleMatter.OLHA,
                new Correction(null, null, null, MessageNature.STATUS_CHASE),
                SampleMatter.TEXT,
                null));
        assertThat(life.local(life.only(REPLY).due())).isEqualTo("2026-02-12T13:00");
    }
}
