package org.matterledger.launcher.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Says in one line what is wrong with the disk or a file, wherever that came up. */
final class FileTrouble {

    private static final List<String> NO_SPACE = List.of("No space left on device", "Disk quota exceeded");

    private FileTrouble() {}

    /** The innermost cause that tells: those around it repeat it with the names of classes. */
    static Optional<String> line(Throwable failure) {
        Optional<String> line = Optional.empty();
        var full = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = firstLine(String.valueOf(cause.getMessage()));
            if (NO_SPACE.stream().anyMatch(message::contains)) {
                full = true;
                line = Optional.of("the disk is full: " + message);
            } else if (cause instanceof IOException trouble && !full) {
                line = Optional.of(told(trouble, message));
            }
        }
        return line;
    }

    /** Java names the file alone, where the kind of the exception says the rest. */
    private static String told(IOException trouble, String message) {
        return switch (trouble) {
            case AccessDeniedException denied -> "no access to " + message;
            case NoSuchFileException missing -> "there is no " + message;
            case FileAlreadyExistsException other -> message + " is there already";
            default -> message;
        };
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
