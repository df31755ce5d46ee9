package org.matterledger.launcher.mailimport;

import javax.sql.DataSource;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Sources;
import org.matterledger.command.StreamReader;
import org.matterledger.command.calendar.CalendarPort;
import org.matterledger.command.client.ClientPort;
import org.matterledger.command.policy.PolicyPort;
import org.matterledger.command.staff.StaffPort;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.ConfidentialReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a server that decides does with mail. */
@Configuration(proxyBeanMethods = false)
@Profile("command")
class MailConfiguration {

    @Bean
    LedgerParts ledgerParts(
            CommandPort commands,
            PolicyPort policies,
            CalendarPort calendars,
            StaffPort staff,
            ClientPort clients,
            StreamReader streams,
            Sources sources,
            Confidential confidential,
            ConfidentialReader reader,
            KeyedHash hash,
            LedgerClock clock,
            DataSource database) {
        return new LedgerParts(
                commands,
                policies,
                calendars,
                staff,
                clients,
                streams,
                sources,
                confidential,
                reader,
                hash,
                clock,
                new JdbcTemplate(database));
    }

    @Bean
    Inbox inbox(LedgerParts ledger) {
        return ledger.inbox();
    }

    @Bean
    LetterAssignment letterAssignment(LedgerParts ledger) {
        return new LetterAssignment(ledger);
    }

    @Bean
    LiveTelling liveTelling(LedgerParts ledger) {
        return new LiveTelling(ledger);
    }
}
