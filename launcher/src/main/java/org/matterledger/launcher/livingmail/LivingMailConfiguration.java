package org.matterledger.launcher.livingmail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.matterledger.command.Chore;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Sources;
import org.matterledger.command.StreamReader;
import org.matterledger.command.calendar.CalendarPort;
import org.matterledger.command.client.ClientPort;
import org.matterledger.command.policy.PolicyPort;
import org.matterledger.command.staff.StaffPort;
import org.matterledger.launcher.mailimport.LiveTelling;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.ConfidentialReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches mailboxes where whoever runs the ledger named some. */
@Configuration(proxyBeanMethods = false)
@Profile("command & !console")
@ConditionalOnBean(LivingMailSettings.class)
class LivingMailConfiguration {

    @Bean
    LiveTelling liveTelling(
            LivingMailSettings settings,
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
        return new LiveTelling(
                settings.terms(),
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
    Chore livingMail(LivingMailSettings settings, LiveTelling telling, JdbcClient database, KeyedHash hash) {
        var rows = new MailboxRows(database);
        return new LivingMail(mailboxes(settings, rows, hash), rows, telling, settings.pause());
    }

    private static List<WatchedMailbox> mailboxes(LivingMailSettings settings, MailboxRows rows, KeyedHash hash) {
        UnaryOperator<String> hashed = name -> hash.of("living-mail", name);
        var mailboxes = new ArrayList<WatchedMailbox>();
        var folder = settings.folder();
        if (folder != null) {
            mailboxes.add(new WatchedMaildir(folder, rows, hashed));
        }
        var imap = settings.imap();
        if (imap != null) {
            var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            mailboxes.add(new WatchedImapFolder(imap, rows, hashed, tls));
        }
        return mailboxes;
    }
}
