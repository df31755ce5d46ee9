package org.matterledger.launcher.mail;

import java.io.IOException;
import java.nio.file.Path;

/** A Maildir, a folder tree with one message per file, an mbox, or one of these in a ZIP. */
public interface Mailbox extends AutoCloseable {

    /** How much there is to read, in bytes; what messages add up to can differ a little. */
    long bytes();

    /** Shows every message once, in the same order each time. */
    void forEach(MailboxVisitor visitor) throws IOException;

    @Override
    void close() throws IOException;

    /** Looks at what lies there, not at names. */
    static Mailbox open(Path path) throws CannotRead {
        throw new CannotRead("nothing can be read yet: " + path);
    }
}
