package org.matterledger.launcher.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A single file of a Maildir, for whoever watches one. */
public final class MaildirFile {

    private MaildirFile() {}

    /** What the file is called as long as it exists: without the flags, which change. */
    public static String lastingName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("[:;!]2,[A-Za-z]*$", "");
    }

    /**
     * Reads it as a whole mailbox would show it; of one that is too large the beginning, which its reader finds broken.
     *
     * @param root of the Maildir
     */
    public static RawMessage read(Path root, Path file) throws IOException {
        var path = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MailFiles.LARGEST);
            return new RawMessage(new Place(path, 0), bytes, FolderNames.delivered(path), FolderNames.draft(path));
        }
    }
}
