package org.matterledger.launcher.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;

/** Says in one line what is wrong with the disk or a file, wherever that came up. */
final class FileTrouble {

    private FileTrouble() {}

    static Optional<String> line(Throwable failure) {
        Optional<String> line = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return Optional.of("the disk is full: " + firstLine(message));
            }
            if (cause instanceof AccessDeniedException) {
                line = Optional.of("no access to " + message);
            } else if (cause instanceof IOException && line.isEmpty()) {
                line = Optional.of(firstLine(message));
            }
        }
        return line;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
