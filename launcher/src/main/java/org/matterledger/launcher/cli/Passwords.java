package org.matterledger.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;

/** Passwords for other servers: from the environment, or a file that it names; never from the command line, which all see. */
final class Passwords {

    private static final String FILE = "_FILE";

    private Passwords() {}

    /**
     * The password that the variable holds, or the first line of the file that the variable with {@code _FILE} names.
     *
     * @param environment of the process
     * @return nothing where neither is set
     * @throws CannotRun where the file can't be read, or both are set
     */
    static @Nullable String of(Map<String, String> environment, String variable) {
        var file = environment.get(variable + FILE);
        if (file == null) {
            return environment.get(variable);
        }
        if (environment.containsKey(variable)) {
            throw new CannotRun("set " + variable + " or " + variable + FILE + ", not both");
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElseThrow(() -> new CannotRun("there is no password in " + file));
        } catch (IOException e) {
            throw new CannotRun("cannot read the password in " + file, e);
        }
    }
}
