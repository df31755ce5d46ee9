package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.REPLY;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MessageNature;

/** To what the client waits for an answer, and what of the firm is one (semantics 4.2, 6). */
class WordsThatCountTest {

    private static final Set<MessageNature> OF_PERSONS = EnumSet.of(
            MessageNature.SUBSTANTIVE, MessageNature.HOLDING_REPLY, MessageNature.STATUS_CHASE, MessageNature.VOICE);

    private final ToldHistory matter = ToldHistory.inKyiv("2026-02-09T09:00");

    @ParameterizedTest
    @EnumSource
    void what_a_person_of_the_client_sends_is_to_be_answered_by_voice_too(MessageNature nature) {
        matter.tells("2026-02-10T10:00", new Deed.ClientWrites("", ChannelKind.MAIL, nature));
        assertThat(matter.life.owed(REPLY)).hasSize(OF_PERSONS.contains(nature) ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_firm_sends_is_contact_in_writing_alone(MessageNature nature) {
        matter.tells("2026-02-10T10:00", new Deed.ClientWrites("", ChannelKind.MAIL, MessageNature.SUBSTANTIVE));
        matter.tells("2026-02-10T11:00", new Deed.FirmWrites("", ChannelKind.MAIL, nature, true, -1, null, null));
        var contact = OF_PERSONS.contains(nature) && nature != MessageNature.VOICE;
        assertThat(matter.life.owed(KEEP_INFORMED)).hasSize(contact ? 2 : 1);
        assertThat(matter.life.only(REPLY).open())
                .as("a holding reply without a date is contact, and no answer")
                .isEqualTo(!contact || nature == MessageNature.HOLDING_REPLY);
    }
}
