package org.matterledger.launcher.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A committed file that is made from the code, so that it can't tell anything else than the code does. */
public final class GeneratedDocument {

    private static final String REGENERATE = "regenerate.docs";

    private GeneratedDocument() {}

    /** Compares the text with the committed file, or writes it where the build was asked to. */
    public static void compare(String path, String text) {
        var file = root().resolve(path);
        try {
            if (regenerating()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s tells what the code tells; to write it anew run the build with -D%s=true", path, REGENERATE)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean regenerating() {
        return Boolean.getBoolean(REGENERATE);
    }

    /** The folder of the repository, from whichever module's folder the test runs in. */
    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder ->
                        Files.exists(folder.resolve("ledger")) && Files.exists(folder.resolve("shared-events")))
                .findFirst()
                .orElseThrow();
    }

    /** Every Java source below a folder of each module: {@code src/test/java}. */
    public static List<Path> sources(String below) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : List.of("shared-events", "command-side", "query-side", "launcher")) {
            var folder = root().resolve(module).resolve(below);
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
