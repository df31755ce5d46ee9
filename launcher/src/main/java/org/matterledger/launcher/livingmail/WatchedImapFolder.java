package org.matterledger.launcher.livingmail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
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

    private static final String CONNECTING_MILLIS = "10000";
    private static final String WAITING_MILLIS = "30000";
    private static final long SPAN = 500;
    private static final String PIECE = "1000000";

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
        settings.setProperty("mail.imap.fetchsize", PIECE);
        // not all servers know how large a message is: it ends where the server has no more of it
        settings.setProperty("mail.imap.ignorebodystructuresize", "true");
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.put("mail.imap.ssl.socketFactory", tls);
        // else what one does not believe is tried with another
        settings.setProperty("mail.imap.socketFactory.fallback", "false");
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
            throw new CannotLook(ImapTrouble.inOneLine(account, e), e);
        }
    }

    private List<Found> unread(Folder folder, UIDFolder numbers) throws MessagingException, IOException {
        validity = numbers.getUIDValidity();
        var next = numbers.getUIDNext();
        var told = rows.cursor(id())
                .filter(cursor -> cursor.validity() == validity)
                .map(Cursor::uid)
                // a server that counts from the beginning again, and doesn't say so
                .filter(uid -> next < 0 || uid < next)
                .orElse(0L);
        var found = new ArrayList<Found>();
        for (var message : newer(folder, numbers, told + 1, next)) {
            // the server shows the last message where there is none that is newer
            if (message != null && numbers.getUID(message) > told && WatchedMailbox.room(found)) {
                found.add(found(numbers.getUID(message), message));
            }
        }
        return found;
    }

    /** Some from a number on, the next first: not all of a folder of years are listed for each hundred. */
    private static Message[] newer(Folder folder, UIDFolder numbers, long first, long next) throws MessagingException {
        var newer = new Message[0];
        var from = first;
        for (var span = SPAN; newer.length == 0 && from <= (next < 0 ? first : next); span *= 4) {
            newer = numbers.getMessagesByUID(from, next < 0 ? UIDFolder.LASTUID : from + span - 1);
            from += span;
        }
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(newer, profile);
        return newer;
    }

    private Found found(long uid, Message message) throws MessagingException, IOException {
        var place = new Place(account.folder() + "/" + uid, 0);
        if (message.getSize() > RawMessage.LARGEST) {
            return new Found(Long.toString(uid), Long.toString(validity), place, null);
        }
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        @Nullable Date received = message.getReceivedDate();
        var raw = new RawMessage(place, bytes.toByteArray(), instant(received), message.isSet(Flags.Flag.DRAFT));
        return new Found(Long.toString(uid), Long.toString(validity), place, raw);
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
