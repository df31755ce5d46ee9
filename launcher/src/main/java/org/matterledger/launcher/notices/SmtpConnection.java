package org.matterledger.launcher.notices;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the mail server: begun with the first mail, used for those that follow at once, and ended. Every
 * wait in it is bounded, so that a mail takes less time than the lease of its notice.
 */
final class SmtpConnection implements AutoCloseable {

    private static final String CONNECTING_MILLIS = "10000";
    private static final String WAITING_MILLIS = "15000";
    private static final int PERMANENT = 500;
    private static final int LONGEST_REASON = 300;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    /** @param tls which certificates of the server are believed */
    SmtpConnection(MailServer server, SSLSocketFactory tls) {
        this.server = server;
        this.session = Session.getInstance(settings(server, tls));
    }

    private static Properties settings(MailServer server, SSLSocketFactory tls) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", CONNECTING_MILLIS);
        settings.setProperty("mail.smtp.timeout", WAITING_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", WAITING_MILLIS);
        settings.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
        settings.setProperty("mail.smtp.from", server.from());
        // what the library would ask the network for otherwise
        settings.setProperty("mail.smtp.localhost", server.domain());
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.ssl.socketFactory", tls);
        switch (server.protection()) {
            case STARTTLS -> {
                settings.setProperty("mail.smtp.starttls.enable", "true");
                settings.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> settings.setProperty("mail.smtp.starttls.enable", "false");
        }
        return settings;
    }

    Delivery send(Mail mail) {
        try {
            var to = new InternetAddress(mail.to(), true);
            var message = message(mail, to);
            return handOver(message, to);
        } catch (AddressException e) {
            return new Delivery.Refused("what is known is not a mail address");
        } catch (MessagingException e) {
            throw new IllegalStateException("A notice could not be written as a mail", e);
        }
    }

    private Delivery handOver(MimeMessage message, InternetAddress to) {
        try {
            open().sendMessage(message, new Address[] {to});
            return new Delivery.Taken();
        } catch (MessagingException e) {
            var verdict = verdict(e, to);
            if (verdict instanceof Delivery.Away) {
                close();
            }
            return verdict;
        }
    }

    private Transport open() throws MessagingException {
        var open = transport;
        if (open == null) {
            open = session.getTransport("smtp");
            open.connect(server.host(), server.port(), server.user(), server.password());
            transport = open;
        }
        return open;
    }

    private MimeMessage message(Mail mail, InternetAddress to) throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + mail.id() + "@" + server.domain() + ">");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.at()));
        // No absence note answers what says so (RFC 3834), and an import of the mailbox knows it for what it is.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /**
     * What a failure means: only the answer to the recipient or to the text itself is about this mail. That the sender is
     * not welcome is a matter of how the ledger was started.
     */
    private static Delivery verdict(MessagingException failure, InternetAddress to) {
        if (failure instanceof AuthenticationFailedException) {
            return new Delivery.Away("the mail server does not let us in: " + said(failure, to));
        }
        for (@Nullable Exception cause = failure;
                cause != null;
                cause = cause instanceof MessagingException next ? next.getNextException() : null) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answer(address.getReturnCode(), said(address, to));
            }
            if (cause instanceof SMTPSendFailedException sending && aboutTheMail(sending)) {
                return answer(sending.getReturnCode(), said(sending, to));
            }
        }
        return new Delivery.Away("the mail server can't be used: " + said(failure, to));
    }

    private static boolean aboutTheMail(SMTPSendFailedException failure) {
        var command = failure.getCommand() == null ? "" : failure.getCommand().toUpperCase(Locale.ROOT);
        return failure.getReturnCode() > 0 && (command.equals(".") || command.startsWith("DATA"));
    }

    private static Delivery answer(int code, String said) {
        return code >= PERMANENT
                ? new Delivery.Refused("the mail server refuses it: " + said)
                : new Delivery.NotNow("the mail server takes it later: " + said);
    }

    /** What was said, in one line, without the address: that is sealed, and a reason is not. */
    private static String said(Exception failure, InternetAddress to) {
        var said = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        var address = Pattern.compile(Pattern.quote(to.getAddress()), Pattern.CASE_INSENSITIVE);
        var bare = address.matcher(said).replaceAll("the address");
        return bare.length() > LONGEST_REASON ? bare.substring(0, LONGEST_REASON) : bare;
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyGone) {
                return;
            }
        }
    }
}
