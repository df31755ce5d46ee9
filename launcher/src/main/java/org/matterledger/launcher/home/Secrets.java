package org.matterledger.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The directory of a home's secrets (0700), one file each (0600). */
public record Secrets(Path directory) {

    private static final int RANDOM_BYTES = 32;

    /** The secret of a name; drawn at random and written down when it is first asked for. */
    public String password(String name) {
        try {
            PrivateFiles.directory(directory);
            var file = directory.resolve(name);
            if (!Files.exists(file)) {
                PrivateFiles.write(file, random());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
