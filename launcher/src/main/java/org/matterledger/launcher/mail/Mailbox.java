package org.matterledger.launcher.mail;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Maildir, a folder tree with one message per file, an mbox, or one of these in a ZIP. */
public interface Mailbox extends AutoCloseable {

    /** How much there is to read, in bytes; what messages add up to can differ a little. */
    long bytes();

    /** Shows every message once, in the same order each time. */
    void forEach(MailboxVisitor visitor);

    @Override
    void close() throws IOException;

    /**
     * Looks at what lies there, not at names.
     *
     * @throws CannotRead where there is nothing, no mail, or no access to it
     */
    static Mailbox open(Path path) throws CannotRead {
        if (!Files.exists(path)) {
            throw new CannotRead("there is nothing at " + path);
        }
        try {
            return Files.isDirectory(path) ? folder(path) : file(path);
        } catch (AccessDeniedException e) {
            throw new CannotRead("no access to " + e.getMessage());
        } catch (CannotRead e) {
            throw e;
        } catch (IOException e) {
            throw new CannotRead(path + ": " + Unreadable.reason(e));
        }
    }

    private static Mailbox folder(Path path) throws IOException {
        return withMail(path, FolderListing.of(path.toRealPath()), "the folder");
    }

    private static Mailbox file(Path path) throws IOException {
        Form form;
        try (var in = Files.newInputStream(path)) {
            form = Form.of(in.readNBytes(Form.HEAD));
        }
        return switch (form) {
            case ZIP -> withMail(path, ZipListing.of(path), "the ZIP");
            case MBOX, MESSAGE -> {
                var name = String.valueOf(path.getFileName());
                yield new MailFiles(
                        List.of(new MailFile(name, Files.size(path), () -> Files.newInputStream(path))),
                        List.of(),
                        () -> {});
            }
            case EMPTY -> throw new CannotRead("the file is empty: " + path);
            case OTHER ->
                throw new CannotRead(path
                        + " is no mail: neither a Maildir, nor a folder of messages, nor an mbox, nor a ZIP of these");
        };
    }

    private static Mailbox withMail(Path path, MailFiles files, String what) throws IOException {
        if (files.hasMail()) {
            return files;
        }
        files.close();
        throw new CannotRead(
                files.isEmpty() ? what + " is empty: " + path : "there is no mail in " + what + " " + path);
    }
}
