package org.matterledger.launcher.notices;

import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.matterledger.command.Chore;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox;
import org.matterledger.query.ConfidentialReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The post, where whoever runs the ledger named a mail server; without one nothing is sent, and nothing lost. */
@Configuration(proxyBeanMethods = false)
@Profile("command")
@ConditionalOnProperty("ledger.mail.smtp-host")
class NoticeMailConfiguration {

    @Bean
    Chore noticeMail(Outbox outbox, StreamReader streams, ConfidentialReader confidential, Environment environment) {
        var server = server(environment);
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new NoticeMail(
                outbox, streams, confidential, () -> new SmtpConnection(server, tls), () -> ledger(environment));
    }

    private static MailServer server(Environment environment) {
        return new MailServer(
                environment.getRequiredProperty("ledger.mail.smtp-host"),
                environment.getProperty("ledger.mail.smtp-port", Integer.class, 0),
                environment.getRequiredProperty("ledger.mail.from"),
                MailServer.Protection.valueOf(
                        environment.getProperty("ledger.mail.tls", "starttls").toUpperCase(Locale.ROOT)),
                environment.getProperty("ledger.mail.user"),
                environment.getProperty("ledger.mail.password"));
    }

    /** Where it listens, unless it is reached by another name. The port is known once it listens. */
    private static String ledger(Environment environment) {
        var here = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                + environment.getProperty("local.server.port", "8080");
        return environment.getProperty("ledger.link", here).replaceAll("/+$", "");
    }
}
