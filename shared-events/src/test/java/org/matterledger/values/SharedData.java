package org.matterledger.values;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder of real data that stands beside the project and is never part of it: {@code shared/data} in one of the
 * folders above the repository, or the one that {@code -Dshared.data} names. Tests that need it are skipped without it.
 */
public final class SharedData {

    private static final Pattern FIELD = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private SharedData() {}

    /** A file of it; the test that asks is skipped where there is none. */
    public static Path file(String path) {
        var named = System.getProperty("shared.data");
        var file = (named == null ? above() : Stream.of(Path.of(named)))
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "no shared/data/" + path + " above the project, nor in -Dshared.data");
        return file.orElseThrow();
    }

    /** Rows by the names in the first one. */
    public static List<Map<String, String>> csv(String path) {
        var lines = lines(path);
        var names = fields(lines.getFirst());
        return lines.stream().skip(1).map(line -> row(names, fields(line))).toList();
    }

    /** Lines of a UTF-8 text. */
    public static List<String> lines(String path) {
        try {
            return Files.readAllLines(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> names, List<String> fields) {
        var row = new LinkedHashMap<String, String>();
        IntStream.range(0, names.size()).forEach(i -> row.put(names.get(i), fields.get(i)));
        return row;
    }

    private static List<String> fields(String line) {
        return FIELD.matcher(line)
                .results()
                .map(field ->
                        field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""))
                .toList();
    }

    private static Stream<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data"));
    }
}
