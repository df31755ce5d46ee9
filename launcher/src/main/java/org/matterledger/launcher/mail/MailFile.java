package org.matterledger.launcher.mail;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a mailbox, wherever it lies.
 *
 * @param path relative to what was opened, with slashes
 * @param size in bytes, when unpacked
 */
record MailFile(String path, long size, Opening opening) {

    /** Opens it from its start, each time anew. */
    interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
