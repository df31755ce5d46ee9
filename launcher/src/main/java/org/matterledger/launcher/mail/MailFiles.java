package org.matterledger.launcher.mail;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Files that hold a message each, or many. What is neither is shown as broken: nobody looks for what he doesn't miss. */
final class MailFiles implements Mailbox {

    private static final int BUFFER = 64 * 1024;

    private final List<MailFile> files;
    private final List<Broken> broken;
    private final Closeable container;

    MailFiles(List<MailFile> files, List<Broken> broken, Closeable container) {
        var maildirs = files.stream()
                .map(MailFile::path)
                .filter(FolderNames::maildir)
                .map(path -> path.replaceFirst("(?:cur|new)/[^/]*$", ""))
                .collect(Collectors.toSet());
        this.files = files.stream()
                .filter(file -> !FolderNames.hiddenInMaildir(file.path()))
                .filter(file -> FolderNames.unfinishedIn(file.path())
                        .filter(maildirs::contains)
                        .isEmpty())
                .sorted(Comparator.comparing(MailFile::path, FolderNames.asCounted()))
                .toList();
        this.broken = List.copyOf(broken);
        this.container = container;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether anything in it is mail; reads the beginnings of files up to the first that is. */
    boolean hasMail() {
        return files.stream().anyMatch(file -> {
            try (var in = file.open()) {
                var form = Form.of(in.readNBytes(Form.HEAD));
                return form == Form.MBOX || form == Form.MESSAGE;
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Override
    public long bytes() {
        return files.stream().mapToLong(MailFile::size).sum();
    }

    @Override
    public void forEach(MailboxVisitor visitor) {
        broken.forEach(visitor::broken);
        files.forEach(file -> show(file, visitor));
    }

    private static void show(MailFile file, MailboxVisitor visitor) {
        try (var in = new BufferedInputStream(file.open(), BUFFER)) {
            in.mark(Form.HEAD + 1);
            var head = in.readNBytes(Form.HEAD);
            var form = Form.of(head);
            in.reset();
            var oneMessage = form == Form.MESSAGE || form == Form.OTHER && FolderNames.maildir(file.path());
            if (form == Form.MBOX) {
                new MboxReader(file, visitor).read(Lines.endAsOnOldMacs(head) ? Lines.ofOldMacs(in) : in);
            } else if (oneMessage) {
                message(file, in.readNBytes(RawMessage.LARGEST + 1), visitor);
            } else if (!FolderNames.besidesMail(file.path())) {
                visitor.broken(new Broken(new Place(file.path(), 0), whyNot(form)));
            }
        } catch (IOException e) {
            visitor.broken(new Broken(new Place(file.path(), 0), Unreadable.reason(e)));
        }
    }

    private static void message(MailFile file, byte[] bytes, MailboxVisitor visitor) {
        var place = new Place(file.path(), 0);
        if (bytes.length > RawMessage.LARGEST) {
            visitor.broken(new Broken(place, "it is larger than " + RawMessage.LARGEST + " bytes"));
            return;
        }
        visitor.message(
                new RawMessage(place, bytes, FolderNames.delivered(file.path()), FolderNames.draft(file.path())));
    }

    private static String whyNot(Form form) {
        return switch (form) {
            case EMPTY -> "it is empty";
            case ZIP -> "it is a ZIP within the mailbox: give its path to read it";
            default -> "it is no mail: it doesn't begin with a header";
        };
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
