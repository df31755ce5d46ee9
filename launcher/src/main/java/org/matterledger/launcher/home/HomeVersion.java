package org.matterledger.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a home's file {@code VERSION} says: the form in which the home is laid out, and the number of the last database
 * migration that ran in it. A program refuses a home that is newer in either, before it touches anything.
 */
public record HomeVersion(int layout, int schema) {

    /** The layout that this program writes. */
    public static final int LAYOUT = 1;

    private static final Pattern LINE = Pattern.compile("matter-ledger home (\\d{1,9}) schema (\\d{1,9})\\s*");

    static Optional<HomeVersion> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var line = LINE.matcher(Files.readString(file));
        if (!line.matches()) {
            throw new CannotRun(file + " is not the VERSION file of a ledger's home");
        }
        return Optional.of(new HomeVersion(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2))));
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, "matter-ledger home %d schema %d%n".formatted(layout, schema));
    }

    boolean newerThan(HomeVersion program) {
        return layout > program.layout || schema > program.schema;
    }

    @Override
    public String toString() {
        return "layout " + layout + ", schema " + schema;
    }
}
