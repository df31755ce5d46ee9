package org.matterledger.launcher.mailimport;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matterledger.launcher.home.CannotRun;

/**
 * A file of comma-separated values as spreadsheets write it (RFC 4180), with a first line that names the columns; separated
 * by semicolons where that line is, as spreadsheets write it in much of Europe.
 */
final class Csv {

    /** @param number of the line in the file, from 1 */
    record Line(int number, List<String> values) {

        /** The value of a column; empty where the line is too short. */
        String value(int column) {
            return column < values.size() ? values.get(column).strip() : "";
        }
    }

    private final Path file;
    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int line = 1;

    private Csv(Path file, String text) {
        this.file = file;
        this.text = text;
        var head = text.stripLeading().lines().findFirst().orElse("");
        this.separator = head.indexOf(';') > 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    /**
     * Reads a file.
     *
     * @param columns what the first line names, in this order
     * @throws CannotRun when it can't be read, or is no such file; the message names the line
     */
    static List<Line> read(Path file, String... columns) {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return new Csv(file, text.startsWith("\uFEFF") ? text.substring(1) : text).lines(columns);
        } catch (CharacterCodingException e) {
            throw new CannotRun(file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new CannotRun("cannot read " + file, e);
        }
    }

    private List<Line> lines(String... columns) {
        while (at < text.length()) {
            var first = line;
            var values = values();
            if (values.size() > 1 || !values.getFirst().isBlank()) {
                lines.add(new Line(first, values));
            }
        }
        var wanted = List.of(columns);
        if (lines.isEmpty() || !named(lines.getFirst()).equals(wanted)) {
            throw new CannotRun("%s, line %d: the first line names the columns: %s"
                    .formatted(file, lines.isEmpty() ? 1 : lines.getFirst().number(), String.join(",", wanted)));
        }
        for (var told : lines) {
            if (told.values().size() > columns.length) {
                throw new CannotRun("%s, line %d: %d values where there are %d columns"
                        .formatted(file, told.number(), told.values().size(), columns.length));
            }
        }
        return lines.subList(1, lines.size());
    }

    private static List<String> named(Line head) {
        return head.values().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<String> values() {
        var values = new ArrayList<String>();
        do {
            values.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (at < text.length() && text.charAt(at++) == separator);
        line++;
        return values;
    }

    /** Up to the next separator or the end of the line; a carriage return before that is its part. */
    private String plain() {
        var start = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(start, at).replace("\r", "");
    }

    private String quoted() {
        var first = line;
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '"' && (at + 1 == text.length() || text.charAt(at + 1) != '"')) {
                at++;
                plain();
                return value.toString();
            }
            at += character == '"' ? 1 : 0;
            line += character == '\n' ? 1 : 0;
            value.append(character);
        }
        throw new CannotRun(file + ", line " + first + ": a quotation mark is never closed");
    }
}
