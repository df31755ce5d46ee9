package org.matterledger.launcher.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.matterledger.launcher.livingmail.ImapAccount;

/** An IMAP server on this machine, with a folder of letters that somebody else fills and empties. */
public final class PigeonHole implements AutoCloseable {

    private static final String USER = "letters";
    private static final String PASSWORD = "secret";
    private static final String FOLDER = "Clients";

    private final GreenMail office;

    private PigeonHole(GreenMail office) {
        this.office = office;
    }

    public static PigeonHole open() throws MessagingException {
        return open(0);
    }

    static PigeonHole open(int port) throws MessagingException {
        var office = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        office.start();
        office.setUser(USER, PASSWORD);
        var hole = new PigeonHole(office);
        hole.create();
        return hole;
    }

    public int port() {
        return office.getImap().getPort();
    }

    public ImapAccount account() {
        return new ImapAccount("127.0.0.1", port(), USER, PASSWORD, FOLDER, ImapAccount.Protection.NONE);
    }

    /** What is done at the server by somebody else. */
    private interface Doing {
        void in(Folder folder) throws MessagingException;
    }

    private void at(Doing doing) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port(), USER, PASSWORD);
            doing.in(store.getFolder(FOLDER));
        }
    }

    /** Puts it there. */
    public void create() throws MessagingException {
        at(folder -> folder.create(Folder.HOLDS_MESSAGES));
    }

    public void deliver(String letter) throws MessagingException {
        at(folder -> folder.appendMessages(new Message[] {
            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter.getBytes(UTF_8)))
        }));
    }

    /** How many letters nobody has read yet, as far as the server knows. */
    public int unread() throws MessagingException {
        var unread = new int[1];
        at(folder -> unread[0] = folder.getUnreadMessageCount());
        return unread[0];
    }

    /** Takes the folder away. */
    public void remove() throws MessagingException {
        at(folder -> folder.delete(true));
    }

    /** Makes the folder anew: the server's numbers mean nothing any more. */
    public void startOver() throws MessagingException {
        remove();
        create();
    }

    @Override
    public void close() {
        office.stop();
    }
}
