package org.matterledger.launcher.web;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail server on this machine, and the settings by which a ledger finds it. */
final class MailRoom implements AutoCloseable {

    private final GreenMail office;

    private MailRoom(GreenMail office) {
        this.office = office;
    }

    static MailRoom open() {
        return open(0);
    }

    /** @param port where an earlier one stood; 0 for any */
    static MailRoom open(int port) {
        var office = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        office.start();
        return new MailRoom(office);
    }

    int port() {
        return office.getSmtp().getPort();
    }

    Map<String, Object> settings() {
        return settings(port());
    }

    static Map<String, Object> settings(int port) {
        return Map.of(
                "ledger.mail.smtp-host", "127.0.0.1",
                "ledger.mail.smtp-port", port,
                "ledger.mail.from", "ledger@firm.example",
                "ledger.mail.tls", "none",
                "ledger.link", "https://ledger.firm.example/");
    }

    List<MimeMessage> letters() {
        return List.of(office.getReceivedMessages());
    }

    /** Each letter as its recipient and its subject. */
    List<String> told() {
        return Stream.of(office.getReceivedMessages()).map(MailRoom::line).toList();
    }

    private static String line(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0] + " " + letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws all letters away. */
    void empty() {
        try {
            office.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage letter) {
        try {
            return letter.getContent().toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        office.stop();
    }
}
