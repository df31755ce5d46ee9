package org.matterledger.launcher.livingmail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.matterledger.command.Chore;
import org.matterledger.launcher.mailimport.LiveTelling;
import org.matterledger.launcher.vault.KeyedHash;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches mailboxes where whoever runs the ledger named some. */
@Configuration(proxyBeanMethods = false)
@Profile("command & !console")
@ConditionalOnBean(LivingMailSettings.class)
class LivingMailConfiguration {

    @Bean
    Chore livingMail(LivingMailSettings settings, LiveTelling telling, JdbcClient database, KeyedHash hash) {
        var rows = new MailboxRows(database);
        return new LivingMail(mailboxes(settings, rows, hash), rows, telling, settings);
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
