package org.matterledger.command.matter;

import org.matterledger.command.AggregateType;
import org.matterledger.command.Automation;
import org.matterledger.command.Chore;
import org.matterledger.command.CommandPort;
import org.matterledger.command.DutyActs;
import org.matterledger.command.Foresight;
import org.matterledger.command.MatterHistories;
import org.matterledger.command.Sources;
import org.matterledger.command.StreamReader;
import org.matterledger.command.SwitchableRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** All that the launcher sees of this feature. */
@Configuration(proxyBeanMethods = false)
class MatterFeature {

    @Bean
    AggregateType<Matter, MatterState> matterStreams() {
        return new AggregateType<>("matter", Matter.class, Matter::new, MatterState.class);
    }

    /** What a firm's policy may turn down to a warning, or off. */
    @Bean
    SwitchableRules switchableMatterRules() {
        return SwitchableRules.of(
                MatterRule.UPDATE_KEEPS_THE_AGREED_HOURS,
                MatterRule.NO_CHANGE_SAYS_WHY,
                MatterRule.NO_CHANGE_NAMES_THE_NEXT_CONTACT);
    }

    @Bean
    MatterHistories matterHistories(StreamReader streams) {
        return new WholeMatters(streams);
    }

    @Bean
    Foresight foresight(StreamReader streams) {
        return new ForeseenActs(streams);
    }

    @Bean
    AskedEntries askedEntries(StreamReader streams) {
        return new AskedEntries(streams);
    }

    @Bean
    NamedEntries namedEntries(Sources sources, AskedEntries asked) {
        return new NamedEntries(sources, asked);
    }

    @Bean
    DutyActs dutyActs() {
        return new MatterDutyActs();
    }

    @Bean
    Automation whenEntryMovedRecordItThere() {
        return new Automation("when-entry-moved-record-it-there", new WhenEntryMovedRecordItThere());
    }

    @Bean
    @Profile("command")
    Chore sweep(DueList due, CommandPort commands) {
        return new Sweep(due, commands);
    }
}
