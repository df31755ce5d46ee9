package org.matterledger.launcher.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.matterledger.launcher.home.CannotRun;

/**
 * What a backup says of itself, as its last entry.
 *
 * @param schema the last database migration that had run where it was taken
 * @param position the position of the last event in it
 * @param taken when it was taken
 */
public record Manifest(int schema, long position, Instant taken, List<Content> contents) {

    /** The format that this program writes, and the newest that it reads. */
    static final int FORMAT = 1;

    static final String ENTRY = "MANIFEST";

    private static final Pattern HEAD = Pattern.compile("matter-ledger backup (\\d{1,9})");
    private static final Pattern SCHEMA = Pattern.compile("schema (\\d{1,9}) position (\\d{1,18}) taken (\\S+)");
    private static final Pattern TABLE = Pattern.compile(
            "table ([a-z_0-9]+\\.[a-z_0-9]+) rows (\\d{1,18}) sha256 ([0-9a-f]{64}) columns ([a-z_0-9,]+)");

    /**
     * A table's rows, as PostgreSQL's COPY writes them.
     *
     * @param table with its schema
     * @param columns separated by commas, in the order of the rows' fields
     */
    public record Content(String table, long rows, String sha256, String columns) {}

    String text() {
        var text = new StringBuilder(
                "matter-ledger backup %d%nschema %d position %d taken %s%n".formatted(FORMAT, schema, position, taken));
        for (var content : contents) {
            text.append("table %s rows %d sha256 %s columns %s%n"
                    .formatted(content.table(), content.rows(), content.sha256(), content.columns()));
        }
        return text.toString();
    }

    /** @throws CannotRun when it is of a newer format, or none at all */
    static Manifest parse(String file, String text) {
        var lines = text.lines().toList();
        var head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!head.matches()) {
            throw new CannotRun(file + " is not a backup of a ledger");
        }
        if (Integer.parseInt(head.group(1)) > FORMAT) {
            throw new CannotRun(file + " was written by a newer version of the ledger (format " + head.group(1)
                    + "; this one reads " + FORMAT + ")");
        }
        var schema = SCHEMA.matcher(lines.size() < 2 ? "" : lines.get(1));
        if (!schema.matches()) {
            throw damaged(file);
        }
        var contents = new ArrayList<Content>();
        for (var line : lines.subList(2, lines.size())) {
            var table = TABLE.matcher(line);
            if (!table.matches()) {
                throw damaged(file);
            }
            contents.add(new Content(table.group(1), Long.parseLong(table.group(2)), table.group(3), table.group(4)));
        }
        return new Manifest(
                Integer.parseInt(schema.group(1)),
                Long.parseLong(schema.group(2)),
                Instant.parse(schema.group(3)),
                contents);
    }

    static CannotRun damaged(String file) {
        return new CannotRun(file + " is damaged; nothing was restored from it");
    }
}
