package org.matterledger.launcher.mail;

/** Is shown the messages of a mailbox one after the other. */
public interface MailboxVisitor {

    void message(RawMessage message);

    /** Something in the mailbox that can't be read; the rest follows. */
    void broken(Broken broken);
}
