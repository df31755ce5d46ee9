package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.AGREED_CHANNEL_IS_WITHDRAWN;
import static org.matterledger.command.matter.MatterRule.CHANNEL_PROPOSED_ONCE;
import static org.matterledger.command.matter.MatterRule.CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON;
import static org.matterledger.command.matter.MatterRule.MAIN_CHANNEL_STAYS;
import static org.matterledger.command.matter.MatterRule.MESSENGER_TERMS_ARE_COMPLETE;
import static org.matterledger.command.matter.MatterRule.ONLY_A_PROPOSED_CHANNEL_IS_ANSWERED;
import static org.matterledger.command.matter.MatterRule.OTHER_PARTY_ANSWERS;
import static org.matterledger.command.matter.MatterRule.PROPOSAL_STILL_STANDS;
import static org.matterledger.command.matter.SampleMatter.CHAT;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.STRANGER;
import static org.matterledger.command.matter.SampleMatter.TELEGRAM;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.agreed;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.opened;
import static org.matterledger.command.matter.SampleMatter.proposed;
import static org.matterledger.command.matter.SampleMatter.withdrawn;
import static org.matterledger.values.Party.CLIENT;
import static org.matterledger.values.Party.FIRM;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.command.matter.MatterCommand.AgreeChannel;
import org.matterledger.command.matter.MatterCommand.ChannelCommand;
import org.matterledger.command.matter.MatterCommand.DeclineChannel;
import org.matterledger.command.matter.MatterCommand.ProposeChannel;
import org.matterledger.command.matter.MatterCommand.WithdrawChannel;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelPurpose;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Party;
import org.matterledger.values.PersonId;

class ChannelsTest {

    private static final ChannelTerms PHONE = terms(ChannelKind.PHONE, true);
    private static final ChannelDeclined DECLINED = new ChannelDeclined(M1, CHAT, CLIENT, MARTA, null, NOW);

    @Nested
    class Proposing {

        @Test
        void is_open_to_the_firm() {
            given(opened()).when(propose(FIRM, null, TELEGRAM), NOW).records_entry(CHAT.value(), proposed());
        }

        @Test
        void is_open_to_a_contact_person_of_the_client() {
            given(opened())
                    .when(propose(CLIENT, MARTA, TELEGRAM), NOW)
                    .records_entry(CHAT.value(), new ChannelProposed(M1, CHAT, CLIENT, MARTA, TELEGRAM, NOW));
        }

        @Test
        void the_same_again_records_nothing() {
            given(opened(), proposed()).when(propose(FIRM, null, TELEGRAM), NOW).records_nothing_new(CHAT.value());
        }

        @Test
        void other_terms_under_the_same_id_is_refused() {
            given(opened(), proposed()).when(propose(FIRM, null, PHONE), NOW).is_refused_by(CHANNEL_PROPOSED_ONCE);
        }

        @ParameterizedTest
        @MethodSource("org.matterledger.command.matter.ChannelsTest#incompleteTerms")
        void a_messenger_with_terms_missing_is_refused(ChannelTerms terms) {
            given(opened()).when(propose(FIRM, null, terms), NOW).is_refused_by(MESSENGER_TERMS_ARE_COMPLETE);
        }

        @Test
        void what_is_no_messenger_needs_no_terms() {
            given(opened()).when(propose(FIRM, null, PHONE), NOW).records_entry(CHAT.value(), proposed(PHONE));
        }

        @Test
        void in_the_name_of_a_stranger_or_nobody_is_refused() {
            given(opened())
                    .when(propose(CLIENT, STRANGER, TELEGRAM), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
            given(opened())
                    .when(propose(CLIENT, null, TELEGRAM), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
        }

        @Test
        void for_the_firm_in_the_name_of_a_client_person_is_refused() {
            given(opened())
                    .when(propose(FIRM, MARTA, TELEGRAM), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
        }
    }

    @Nested
    class Agreeing {

        @Test
        void takes_effect_by_the_other_party() {
            given(opened(), proposed()).when(agree(CLIENT, MARTA), NOW).records_entry(CHAT.value(), agreed());
        }

        @Test
        void twice_records_nothing() {
            given(opened(), proposed(), agreed())
                    .when(agree(CLIENT, MARTA), NOW.plusSeconds(60))
                    .records_nothing_new(CHAT.value());
        }

        @Test
        void with_its_own_proposal_is_refused() {
            given(opened(), proposed()).when(agree(FIRM, null), NOW).is_refused_by(OTHER_PARTY_ANSWERS);
        }

        @Test
        void in_the_name_of_a_stranger_is_refused() {
            given(opened(), proposed())
                    .when(agree(CLIENT, STRANGER), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
        }

        @Test
        void to_what_was_declined_or_withdrawn_is_refused() {
            given(opened(), proposed(), DECLINED)
                    .when(agree(CLIENT, MARTA), NOW)
                    .is_refused_by(PROPOSAL_STILL_STANDS);
            given(opened(), proposed(), withdrawn(NOW))
                    .when(agree(CLIENT, MARTA), NOW)
                    .is_refused_by(PROPOSAL_STILL_STANDS);
        }
    }

    @Nested
    class Declining {

        @Test
        void ends_the_proposal() {
            given(opened(), proposed()).when(decline(CLIENT, MARTA), NOW).records_entry(CHAT.value(), DECLINED);
        }

        @Test
        void twice_records_nothing() {
            given(opened(), proposed(), DECLINED)
                    .when(decline(CLIENT, MARTA), NOW)
                    .records_nothing_new(CHAT.value());
        }

        @Test
        void its_own_proposal_is_refused() {
            given(opened(), proposed()).when(decline(FIRM, null), NOW).is_refused_by(OTHER_PARTY_ANSWERS);
        }

        @Test
        void what_was_agreed_is_refused() {
            given(opened(), proposed(), agreed())
                    .when(decline(CLIENT, MARTA), NOW)
                    .is_refused_by(AGREED_CHANNEL_IS_WITHDRAWN);
        }

        @Test
        void what_was_withdrawn_is_refused() {
            given(opened(), proposed(), withdrawn(NOW))
                    .when(decline(CLIENT, MARTA), NOW)
                    .is_refused_by(PROPOSAL_STILL_STANDS);
        }

        @Test
        void in_the_name_of_a_stranger_is_refused() {
            given(opened(), proposed())
                    .when(decline(CLIENT, STRANGER), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void ends_an_agreement_from_either_side() {
            given(opened(), proposed(), agreed())
                    .when(withdraw(CHAT, CLIENT, MARTA), NOW)
                    .records_entry(CHAT.value(), withdrawn(NOW));
        }

        @Test
        void twice_records_nothing() {
            given(opened(), proposed(), agreed(), withdrawn(NOW))
                    .when(withdraw(CHAT, CLIENT, MARTA), NOW)
                    .records_nothing_new(CHAT.value());
        }

        @Test
        void what_was_declined_records_nothing() {
            given(opened(), proposed(), DECLINED)
                    .when(withdraw(CHAT, FIRM, null), NOW)
                    .records_nothing_new(CHAT.value());
        }

        @Test
        void in_the_name_of_a_stranger_is_refused() {
            given(opened(), proposed(), agreed())
                    .when(withdraw(CHAT, CLIENT, STRANGER), NOW)
                    .is_refused_by(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
        }

        @Test
        void the_main_channel_is_refused() {
            given(opened()).when(withdraw(MAIN, CLIENT, MARTA), NOW).is_refused_by(MAIN_CHANNEL_STAYS);
            given(opened(), proposed(PHONE), agreed())
                    .when(withdraw(CHAT, CLIENT, MARTA), NOW)
                    .is_refused_by(MAIN_CHANNEL_STAYS);
        }

        @Test
        void mail_is_accepted_once_another_channel_is_the_main_one() {
            given(opened(), proposed(PHONE), agreed())
                    .when(withdraw(MAIN, FIRM, null), NOW)
                    .records_entry(MAIN.value(), new ChannelWithdrawn(M1, MAIN, FIRM, null, null, NOW));
        }
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void nobody_answers_what_was_never_proposed(Party party) {
        Stream.<ChannelCommand>of(agree(party, null), decline(party, null), withdraw(CHAT, party, null))
                .forEach(command ->
                        given(opened()).when(command, NOW).is_refused_by(ONLY_A_PROPOSED_CHANNEL_IS_ANSWERED));
    }

    @Test
    void nothing_is_agreed_in_a_matter_that_was_never_opened() {
        given().when(propose(FIRM, null, TELEGRAM), NOW).finds_no_stream();
        given().when(agree(CLIENT, MARTA), NOW).finds_no_stream();
        given().when(decline(CLIENT, MARTA), NOW).finds_no_stream();
        given().when(withdraw(CHAT, CLIENT, MARTA), NOW).finds_no_stream();
    }

    static Stream<ChannelTerms> incompleteTerms() {
        var purposes = Set.of(ChannelPurpose.DAILY_MATTERS);
        var window = TELEGRAM.window();
        var files = TELEGRAM.fileRoute();
        var speed = TELEGRAM.expectedAnswer();
        return Stream.of(
                new ChannelTerms(ChannelKind.TELEGRAM, false, Set.of(), window, files, speed),
                new ChannelTerms(ChannelKind.WHATSAPP, false, purposes, null, files, speed),
                new ChannelTerms(ChannelKind.SKYPE, false, purposes, window, null, speed),
                new ChannelTerms(ChannelKind.FACEBOOK_MESSENGER, false, purposes, window, files, null));
    }

    private static ChannelTerms terms(ChannelKind kind, boolean primary) {
        return new ChannelTerms(kind, primary, Set.of(), null, null, null);
    }

    private static ProposeChannel propose(Party by, @Nullable PersonId person, ChannelTerms terms) {
        return new ProposeChannel(M1, CHAT, by, person, terms);
    }

    private static AgreeChannel agree(Party by, @Nullable PersonId person) {
        return new AgreeChannel(M1, CHAT, by, person, TEXT);
    }

    private static DeclineChannel decline(Party by, @Nullable PersonId person) {
        return new DeclineChannel(M1, CHAT, by, person, null);
    }

    private static WithdrawChannel withdraw(ChannelId channel, Party by, @Nullable PersonId person) {
        return new WithdrawChannel(M1, channel, by, person, null);
    }
}
