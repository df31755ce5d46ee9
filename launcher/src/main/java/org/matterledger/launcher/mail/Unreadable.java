package org.matterledger.launcher.mail;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why a file could not be read. */
final class Unreadable {

    private Unreadable() {}

    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no access";
            case NoSuchFileException gone -> "it is no longer there";
            case EOFException ended -> "it ends too early";
            default -> "it can't be read: " + failure.getMessage();
        };
    }
}
