package org.matterledger.launcher.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A single file of a Maildir, for whoever watches one. */
public final class MaildirFile {

    private MaildirFile() {}

    /** What the file is called as long as it exists: without the flags, which change. */
    public static String lastingName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("[:;!]2,[A-Za-z]*$", "");
    }

    /**
     * Reads it as a whole mailbox would show it.
     *
     * @param root of the Maildir
     */
    public static RawMessage read(Path root, Path file) throws IOException {
        var place = place(root, file);
        var path = place.path();
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readAllBytes();
            return new RawMessage(place, bytes, delivered(path, file), FolderNames.draft(path));
        }
    }

    /** Where it lies. */
    public static Place place(Path root, Path file) {
        return new Place(
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"), 0);
    }

    /** As its name says; else when the file was written. */
    private static Instant delivered(String path, Path file) throws IOException {
        var named = FolderNames.delivered(path);
        return named == null ? Files.getLastModifiedTime(file).toInstant() : named;
    }
}
