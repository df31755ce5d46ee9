package org.matterledger.launcher.livingmail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.matterledger.launcher.mail.MaildirFile;

/**
 * A Maildir with its subfolders. A file keeps its name for ever but for its flags, wherever a mail program moves it: by
 * that name it is known again.
 */
final class WatchedMaildir implements WatchedMailbox {

    /** So many messages are in memory at once. */
    private static final int AT_ONCE = 100;

    private final Path root;
    private final MailboxRows rows;
    private final UnaryOperator<String> hash;
    private final Set<String> known = new HashSet<>();

    /** @param hash of a name, keyed */
    WatchedMaildir(Path root, MailboxRows rows, UnaryOperator<String> hash) {
        this.root = root.toAbsolutePath().normalize();
        this.rows = rows;
        this.hash = hash;
    }

    @Override
    public String id() {
        return "maildir-" + hash.apply(root.toString());
    }

    @Override
    public String name() {
        return String.valueOf(root.getFileName());
    }

    @Override
    public List<Found> next() throws CannotLook {
        try {
            var unknown = new LinkedHashMap<String, Path>();
            for (var file : files()) {
                var mark = hash.apply(MaildirFile.lastingName(file));
                if (!known.contains(mark)) {
                    unknown.putIfAbsent(mark, file);
                }
            }
            if (unknown.isEmpty()) {
                return List.of();
            }
            known.addAll(rows.told(id(), unknown.keySet()));
            unknown.keySet().removeAll(known);
            return read(unknown);
        } catch (IOException e) {
            throw new CannotLook(
                    "the mail folder can't be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private List<Found> read(Map<String, Path> files) throws IOException {
        var found = new ArrayList<Found>();
        for (var file : files.entrySet()) {
            if (found.size() == AT_ONCE) {
                return found;
            }
            try {
                found.add(new Found(file.getKey(), MaildirFile.read(root, file.getValue())));
            } catch (NoSuchFileException movedMeanwhile) {
                continue;
            }
        }
        return found;
    }

    @Override
    public void told(List<Found> messages) {
        var marks = messages.stream().map(Found::mark).toList();
        rows.tell(id(), marks);
        known.addAll(marks);
    }

    /** In the order of their names, which begin with the second of their delivery. */
    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : folders()) {
            for (var part : List.of("new", "cur")) {
                if (Files.isDirectory(folder.resolve(part))) {
                    files.addAll(list(folder.resolve(part), Files::isRegularFile));
                }
            }
        }
        files.sort(Comparator.comparing(file -> String.valueOf(file.getFileName())));
        return files;
    }

    /** The folder itself, and those that mail servers put beside each other in it, each with a dot before its name. */
    private List<Path> folders() throws IOException {
        var folders = new ArrayList<>(List.of(root));
        folders.addAll(list(root, path -> name(path).startsWith(".") && Files.isDirectory(path.resolve("cur"))));
        return folders;
    }

    private static List<Path> list(Path folder, DirectoryStream.Filter<Path> wanted) throws IOException {
        var found = new ArrayList<Path>();
        try (var paths = Files.newDirectoryStream(folder, wanted)) {
            paths.forEach(found::add);
        }
        return found.stream()
                .filter(path -> !Files.isRegularFile(path) || !name(path).startsWith("."))
                .toList();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
