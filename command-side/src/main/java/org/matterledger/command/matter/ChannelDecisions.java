package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.AGREED_CHANNEL_IS_WITHDRAWN;
import static org.matterledger.command.matter.MatterRule.CHANNEL_PROPOSED_ONCE;
import static org.matterledger.command.matter.MatterRule.CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON;
import static org.matterledger.command.matter.MatterRule.MAIN_CHANNEL_STAYS;
import static org.matterledger.command.matter.MatterRule.MESSENGER_TERMS_ARE_COMPLETE;
import static org.matterledger.command.matter.MatterRule.ONLY_A_PROPOSED_CHANNEL_IS_ANSWERED;
import static org.matterledger.command.matter.MatterRule.OTHER_PARTY_ANSWERS;
import static org.matterledger.command.matter.MatterRule.PROPOSAL_STILL_STANDS;

import java.util.function.Function;
import java.util.function.Supplier;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.Channels.Channel;
import org.matterledger.command.matter.MatterCommand.AgreeChannel;
import org.matterledger.command.matter.MatterCommand.ChannelCommand;
import org.matterledger.command.matter.MatterCommand.DeclineChannel;
import org.matterledger.command.matter.MatterCommand.ProposeChannel;
import org.matterledger.command.matter.MatterCommand.WithdrawChannel;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.ProtocolEvent.ChannelAgreed;
import org.matterledger.events.ProtocolEvent.ChannelDeclined;
import org.matterledger.events.ProtocolEvent.ChannelProposed;
import org.matterledger.events.ProtocolEvent.ChannelWithdrawn;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Party;

/** How a channel comes into use: one side proposes, the other agrees, and either may take its consent back. */
final class ChannelDecisions {

    private ChannelDecisions() {}

    static Outcome decide(MatterState state, ProposeChannel command, Facts facts, LedgerTime now) {
        var known = state.channels().find(command.channelId());
        if (known.isPresent()) {
            return tellsTheSame(known.get(), command) ? had(command) : refusedBy(CHANNEL_PROPOSED_ONCE);
        }
        if (!complete(command.terms())) {
            return refusedBy(MESSENGER_TERMS_ARE_COMPLETE);
        }
        return heard(
                state,
                command,
                facts,
                () -> new ChannelProposed(
                        command.matterId(),
                        command.channelId(),
                        command.by(),
                        command.person(),
                        command.terms(),
                        now.instant()));
    }

    static Outcome decide(MatterState state, AgreeChannel command, Facts facts, LedgerTime now) {
        return answered(state, command, channel -> switch (channel.stage()) {
            case AGREED -> had(command);
            case DECLINED, WITHDRAWN -> refusedBy(PROPOSAL_STILL_STANDS);
            case PROPOSED ->
                heard(
                        state,
                        command,
                        facts,
                        () -> new ChannelAgreed(
                                command.matterId(),
                                command.channelId(),
                                command.by(),
                                command.person(),
                                command.evidence(),
                                now.instant()));
        });
    }

    static Outcome decide(MatterState state, DeclineChannel command, Facts facts, LedgerTime now) {
        return answered(state, command, channel -> switch (channel.stage()) {
            case AGREED -> refusedBy(AGREED_CHANNEL_IS_WITHDRAWN);
            case DECLINED -> had(command);
            case WITHDRAWN -> refusedBy(PROPOSAL_STILL_STANDS);
            case PROPOSED ->
                heard(
                        state,
                        command,
                        facts,
                        () -> new ChannelDeclined(
                                command.matterId(),
                                command.channelId(),
                                command.by(),
                                command.person(),
                                command.reason(),
                                now.instant()));
        });
    }

    static Outcome decide(MatterState state, WithdrawChannel command, Facts facts, LedgerTime now) {
        if (command.channelId().equals(state.channels().main())) {
            return refusedBy(MAIN_CHANNEL_STAYS);
        }
        return known(state, command, channel -> switch (channel.stage()) {
            case DECLINED, WITHDRAWN -> had(command);
            case PROPOSED, AGREED ->
                heard(
                        state,
                        command,
                        facts,
                        () -> new ChannelWithdrawn(
                                command.matterId(),
                                command.channelId(),
                                command.by(),
                                command.person(),
                                command.reason(),
                                now.instant()));
        });
    }

    /** Lets the party answer that did not propose. */
    private static Outcome answered(MatterState state, ChannelCommand command, Function<Channel, Outcome> answer) {
        return known(
                state,
                command,
                channel ->
                        channel.proposedBy() == command.by() ? refusedBy(OTHER_PARTY_ANSWERS) : answer.apply(channel));
    }

    private static Outcome known(MatterState state, ChannelCommand command, Function<Channel, Outcome> answer) {
        return state.channels()
                .find(command.channelId())
                .map(answer)
                .orElseGet(() -> refusedBy(ONLY_A_PROPOSED_CHANNEL_IS_ANSWERED));
    }

    /** Records a party's word if someone spoke it who can. */
    private static Outcome heard(
            MatterState state, ChannelCommand command, Facts facts, Supplier<? extends ProtocolEvent> word) {
        var person = command.person();
        var heard = command.by() == Party.FIRM
                ? person == null
                : person != null
                        && facts.contactPersons(state.matter().clientId()).containsKey(person);
        return heard
                ? entry(command.channelId().value(), word.get())
                : refusedBy(CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON);
    }

    private static boolean tellsTheSame(Channel known, ProposeChannel command) {
        return known.proposedBy() == command.by() && known.terms().equals(command.terms());
    }

    private static boolean complete(ChannelTerms terms) {
        return !terms.kind().messenger()
                || (!terms.purposes().isEmpty()
                        && terms.window() != null
                        && terms.fileRoute() != null
                        && terms.expectedAnswer() != null);
    }

    private static Outcome had(ChannelCommand command) {
        return nothingNew(command.channelId().value());
    }
}
