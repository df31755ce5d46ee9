package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.NO_CHANGE_NAMES_THE_NEXT_CONTACT;
import static org.matterledger.command.matter.MatterRule.NO_CHANGE_SAYS_WHY;
import static org.matterledger.command.matter.MatterRule.UPDATE_KEEPS_THE_AGREED_HOURS;
import static org.matterledger.command.matter.SampleMatter.CHAT;
import static org.matterledger.command.matter.SampleMatter.KYIV;
import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.MILL;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.PETRO;
import static org.matterledger.command.matter.SampleMatter.SOURCE;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.command.matter.SampleMatter.agreed;
import static org.matterledger.command.matter.SampleMatter.given;
import static org.matterledger.command.matter.SampleMatter.noChange;
import static org.matterledger.command.matter.SampleMatter.proposed;
import static org.matterledger.command.matter.SampleMatter.update;
import static org.matterledger.values.ChannelKind.MAIL;
import static org.matterledger.values.ChannelKind.TELEGRAM;
import static org.matterledger.values.Deviation.NO_CHANGE_WITHOUT_NEXT_CONTACT;
import static org.matterledger.values.Deviation.NO_CHANGE_WITHOUT_REASON;
import static org.matterledger.values.Deviation.OUTSIDE_CHANNEL_WINDOW;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Trial;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.PolicyEvent.PolicyVersionPublished;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.CutOff;
import org.matterledger.values.Deviation;
import org.matterledger.values.EntryId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Recipient;
import org.matterledger.values.RuleMode;
import org.matterledger.values.Standing;
import org.matterledger.values.UpdateKind;

/** An act that departs from a rule: refused where it is enforced, recorded with its deviation where the firm only warns. */
class WarnedRulesTest {

    private static final Instant EVENING = Instant.parse("2026-02-10T16:10:00Z");

    /** A firm without any duties, so that an act is all that is recorded. */
    private static Trial<Matter> firmThat(RuleMode mode) {
        var idle = Stream.of(ObligationKind.values()).collect(Collectors.toMap(kind -> kind, kind -> RuleMode.OFF));
        var rules = Stream.of(UPDATE_KEEPS_THE_AGREED_HOURS, NO_CHANGE_SAYS_WHY, NO_CHANGE_NAMES_THE_NEXT_CONTACT)
                .collect(Collectors.toMap(MatterRule::name, rule -> mode));
        var pack = new PolicyPack(14, CutOff.CLOSE, 2, 30, 2, 1, Map.of(), idle, rules, null);
        var opened = new MatterOpened(
                M1, MILL, TEXT, MARTA, OLHA, PETRO, KYIV, 2, MAIN, SOURCE, Facts.POLICY, 1, null, null, NOW);
        return given(opened, proposed(), agreed())
                .knowing(Facts.POLICY.value(), new PolicyVersionPublished(Facts.POLICY, 1, pack, null, NOW));
    }

    private static UpdateSent sent(
            UpdateKind kind,
            ChannelKind channel,
            ChannelId agreement,
            @Nullable ConfidentialText reason,
            @Nullable Set<Deviation> deviations,
            Instant at) {
        return new UpdateSent(
                M1,
                EntryId.of(M1, 3),
                kind,
                channel,
                agreement,
                List.of(new Recipient(MARTA, Standing.PRINCIPAL)),
                OLHA,
                TEXT,
                null,
                reason,
                null,
                null,
                null,
                deviations,
                at);
    }

    @Test
    void beyond_the_agreed_hours_a_message_is_refused_recorded_with_its_deviation_or_simply_recorded() {
        var update = update(TELEGRAM, MARTA);
        firmThat(RuleMode.ENFORCE).when(update, EVENING).is_refused_by(UPDATE_KEEPS_THE_AGREED_HOURS);
        firmThat(RuleMode.WARN)
                .when(update, EVENING)
                .records(sent(UpdateKind.PROGRESS, TELEGRAM, CHAT, null, Set.of(OUTSIDE_CHANNEL_WINDOW), EVENING));
        firmThat(RuleMode.OFF)
                .when(update, EVENING)
                .records(sent(UpdateKind.PROGRESS, TELEGRAM, CHAT, null, null, EVENING));
    }

    @Test
    void that_nothing_moved_without_a_reason_and_a_next_contact_is_refused_or_recorded_with_both_deviations() {
        var update = noChange(null, null);
        firmThat(RuleMode.ENFORCE).when(update, NOW).is_refused_by(NO_CHANGE_SAYS_WHY);
        firmThat(RuleMode.WARN)
                .when(update, NOW)
                .records(sent(
                        UpdateKind.NO_CHANGE,
                        MAIL,
                        MAIN,
                        null,
                        Set.of(NO_CHANGE_WITHOUT_REASON, NO_CHANGE_WITHOUT_NEXT_CONTACT),
                        NOW));
        firmThat(RuleMode.OFF).when(update, NOW).records(sent(UpdateKind.NO_CHANGE, MAIL, MAIN, null, null, NOW));
    }

    @Test
    void what_keeps_the_rules_has_no_deviation_though_the_firm_warns() {
        firmThat(RuleMode.WARN)
                .when(update(MAIL, MARTA), EVENING)
                .records(sent(UpdateKind.PROGRESS, MAIL, MAIN, null, null, EVENING));
    }
}
