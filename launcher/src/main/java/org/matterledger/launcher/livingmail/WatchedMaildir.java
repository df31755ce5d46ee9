package org.matterledger.launcher.livingmail;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.matterledger.launcher.mail.MaildirFile;
import org.matterledger.launcher.mail.RawMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Maildir with its subfolders. A file keeps its name for ever but for its flags, wherever a mail program moves it: by
 * that name it is known again.
 */
final class WatchedMaildir implements WatchedMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedMaildir.class);

    private final Path root;
    private final MailboxRows rows;
    private final UnaryOperator<String> hash;

    /** Names of files that were told, as far as they are still there: the rows need not be asked for them. */
    private final Set<String> known = new HashSet<>();

    /** Names of files that could not be read: each look tries them again, and only the first says so. */
    private final Set<String> unreadable = new HashSet<>();

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
        if (!Files.isDirectory(root.resolve("new"))) {
            throw new CannotLook("the mail folder " + root + " is not there, or no Maildir", null);
        }
        try {
            var files = new LinkedHashMap<String, Path>();
            files().forEach(file -> files.putIfAbsent(MaildirFile.lastingName(file), file));
            known.retainAll(files.keySet());
            unreadable.retainAll(files.keySet());
            files.keySet().removeAll(known);
            var marks = files.keySet().stream().collect(Collectors.toMap(hash, name -> name));
            rows.told(id(), marks.keySet()).forEach(mark -> known.add(marks.getOrDefault(mark, "")));
            files.keySet().removeAll(known);
            return read(files);
        } catch (IOException e) {
            throw new CannotLook(
                    "the mail folder " + root + " can't be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** One that can't be read, for want of the right to or for a moment, stops no other. */
    private List<Found> read(Map<String, Path> files) {
        var found = new ArrayList<Found>();
        for (var file : files.entrySet()) {
            if (!WatchedMailbox.room(found)) {
                return found;
            }
            try {
                found.add(found(hash.apply(file.getKey()), file.getValue()));
                unreadable.remove(file.getKey());
            } catch (NoSuchFileException movedMeanwhile) {
                continue;
            } catch (IOException e) {
                if (unreadable.add(file.getKey())) {
                    var why = e.getClass().getSimpleName();
                    LOG.warn("{} can't be read ({}), and is tried again at each look", file.getValue(), why);
                }
            }
        }
        return found;
    }

    private Found found(String mark, Path file) throws IOException {
        var tooLarge = Files.size(file) > RawMessage.LARGEST;
        return new Found(mark, "", MaildirFile.place(root, file), tooLarge ? null : MaildirFile.read(root, file));
    }

    /** The next look finds in the rows that they are known. */
    @Override
    public void told(List<Found> messages) {
        rows.tell(id(), messages.stream().map(Found::mark).toList());
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

    static List<Path> list(Path folder, DirectoryStream.Filter<Path> wanted) throws IOException {
        var found = new ArrayList<Path>();
        try (var paths = Files.newDirectoryStream(folder, wanted)) {
            paths.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        return found.stream()
                .filter(path -> !Files.isRegularFile(path) || !name(path).startsWith("."))
                .toList();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
