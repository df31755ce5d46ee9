package org.matterledger.launcher.livingmail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.livingmail.MailboxRows.Cursor;
import org.matterledger.launcher.mail.Place;
import org.matterledger.launcher.mail.RawMessage;

/**
 * A folder on an IMAP server, read without leaving a trace there. The server numbers letters upwards and never gives a
 * number twice as long as it says so; where it takes that back, the folder is read from its beginning, and the record
 * knows what it has.
 */
final class WatchedImapFolder implements WatchedMailbox {

    private static final int AT_ONCE = 100;
    private static final int LARGEST = 50_000_000;
    private static final String CONNECTING_MILLIS = "10000";
    private static final String WAITING_MILLIS = "30000";

    private final ImapAccount account;
    private final MailboxRows rows;
    private final UnaryOperator<String> hash;
    private final Session session;
    private long validity;

    /** @param tls which certificates of the server are believed */
    WatchedImapFolder(ImapAccount account, MailboxRows rows, UnaryOperator<String> hash, SSLSocketFactory tls) {
        this.account = account;
        this.rows = rows;
        this.hash = hash;
        this.session = Session.getInstance(settings(account, tls));
    }

    private static Properties settings(ImapAccount account, SSLSocketFactory tls) {
        var settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", CONNECTING_MILLIS);
        settings.setProperty("mail.imap.timeout", WAITING_MILLIS);
        settings.setProperty("mail.imap.writetimeout", WAITING_MILLIS);
        settings.setProperty("mail.imap.peek", "true");
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.put("mail.imap.ssl.socketFactory", tls);
        switch (account.protection()) {
            case TLS -> settings.setProperty("mail.imap.ssl.enable", "true");
            case STARTTLS -> {
                settings.setProperty("mail.imap.starttls.enable", "true");
                settings.setProperty("mail.imap.starttls.required", "true");
            }
            case NONE -> settings.setProperty("mail.imap.starttls.enable", "false");
        }
        return settings;
    }

    @Override
    public String id() {
        return "imap-"
                + hash.apply(account.user() + "@" + account.host() + ":" + account.port() + "/" + account.folder());
    }

    @Override
    public String name() {
        return "imap " + account.host() + " " + account.folder();
    }

    @Override
    public List<Found> next() throws CannotLook {
        try (var store = session.getStore("imap")) {
            store.connect(account.host(), account.port(), account.user(), account.password());
            try (var folder = store.getFolder(account.folder())) {
                folder.open(Folder.READ_ONLY);
                return unread(folder, (UIDFolder) folder);
            }
        } catch (MessagingException | IOException e) {
            throw new CannotLook("the IMAP server can't be used: " + e.getMessage(), e);
        }
    }

    private List<Found> unread(Folder folder, UIDFolder numbers) throws MessagingException, IOException {
        validity = numbers.getUIDValidity();
        var told = rows.cursor(id())
                .filter(cursor -> cursor.validity() == validity)
                .map(Cursor::uid)
                .orElse(0L);
        var newer = numbers.getMessagesByUID(told + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(newer, profile);
        var found = new ArrayList<Found>();
        for (var message : newer) {
            // the server shows the last message where there is none that is newer
            if (message != null && numbers.getUID(message) > told && found.size() < AT_ONCE) {
                found.add(found(numbers.getUID(message), message));
            }
        }
        return found;
    }

    /** Of one that is too large nothing is read, and its reader finds it broken. */
    private Found found(long uid, Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        if (message.getSize() <= LARGEST) {
            message.writeTo(bytes);
        }
        @Nullable Date received = message.getReceivedDate();
        var place = new Place(account.folder() + "/" + uid, 0);
        return new Found(Long.toString(uid), new RawMessage(place, bytes.toByteArray(), instant(received), false));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    @Override
    public void told(List<Found> messages) {
        var last = messages.stream()
                .mapToLong(found -> Long.parseLong(found.mark()))
                .max();
        last.ifPresent(uid -> rows.advance(id(), new Cursor(validity, uid)));
    }
}
