package org.matterledger.launcher.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes an mbox apart, message by message, however long it is. Of mboxo and mboxrd alike one {@code >} before a quoted
 * From line is taken back. A line that begins with From, but is text, was left unquoted by some programs: a new message
 * begins only where a time stands in the line, or an empty one before it, and a header's field comes next.
 */
final class MboxReader {

    private static final Pattern TIME = Pattern.compile(
            "(?s)From .*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*\\d{1,2}:\\d\\d.*|From .*\\d{4}-\\d\\d-\\d\\d.*");

    private final String path;
    private final MailboxVisitor visitor;
    private final ToldLength told;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte @Nullable [] heldBack;
    private long heldAt;
    private boolean blankBefore = true;
    private boolean blankBeforeHeld;
    private boolean tooLarge;
    private @Nullable String envelope;
    private long begin;

    MboxReader(MailFile file, MailboxVisitor visitor) {
        this.path = file.path();
        this.visitor = visitor;
        this.told = new ToldLength(file);
    }

    void read(InputStream in) throws IOException {
        var lines = new Lines(in);
        var line = lines.next();
        while (line != null) {
            take(lines.offset() == 0 ? first(line) : line, lines.offset(), lines.atLineStart());
            line = lines.next();
        }
        release(new byte[0]);
        finish();
    }

    private void take(byte[] line, long offset, boolean lineStart) throws IOException {
        release(line);
        if (lineStart && startsWithFrom(line, 0)) {
            heldBack = line;
            heldAt = offset;
            blankBeforeHeld = blankBefore;
        } else {
            keep(lineStart ? unquoted(line) : line);
            if (lineStart) {
                told.line(line, offset);
            }
        }
        blankBefore = lineStart && isBlank(line);
    }

    /** Decides on a From line by the line behind it. */
    private void release(byte[] next) throws IOException {
        var from = heldBack;
        heldBack = null;
        if (from != null && begins(from, next) && !told.covers(heldAt)) {
            finish();
            told.begins();
            envelope = text(from);
            begin = heldAt;
        } else if (from != null) {
            keep(from);
        }
    }

    private boolean begins(byte[] from, byte[] next) {
        var field = text(next);
        var timed = TIME.matcher(text(from)).matches();
        return (timed || envelope == null) && (Form.field(field) || field.startsWith(">From "))
                || blankBeforeHeld && Form.mailField(field)
                || blankBeforeHeld && field.isEmpty() && Form.envelope(text(from));
    }

    private void keep(byte[] line) {
        if (message.size() + line.length > RawMessage.LARGEST) {
            tooLarge = true;
        } else {
            message.writeBytes(line);
        }
    }

    private void finish() {
        var bytes = message.toByteArray();
        message.reset();
        var place = new Place(path, begin);
        if (tooLarge) {
            visitor.broken(new Broken(place, "it is larger than " + RawMessage.LARGEST + " bytes"));
        } else if (envelope != null) {
            visitor.message(new RawMessage(place, bytes, MailDate.ofEnvelope(envelope), FolderNames.drafts(path)));
        } else if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            visitor.broken(new Broken(place, "it stands before the first message of the mbox"));
        }
        tooLarge = false;
        envelope = null;
    }

    /** The first line without a byte order mark, and without the quoting that a mail system put before it. */
    private static byte[] first(byte[] line) {
        var from =
                line.length > 2 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf ? 3 : 0;
        var quoted = line.length > from && line[from] == '>' && startsWithFrom(line, from + 1);
        return Arrays.copyOfRange(line, quoted ? from + 1 : from, line.length);
    }

    /** The line without one {@code >}, if it is a quoted From line. */
    private static byte[] unquoted(byte[] line) {
        var quotes = 0;
        while (quotes < line.length && line[quotes] == '>') {
            quotes++;
        }
        return quotes > 0 && startsWithFrom(line, quotes) ? Arrays.copyOfRange(line, 1, line.length) : line;
    }

    private static boolean startsWithFrom(byte[] line, int at) {
        return line.length > at + 4
                && line[at] == 'F'
                && line[at + 1] == 'r'
                && line[at + 2] == 'o'
                && line[at + 3] == 'm'
                && line[at + 4] == ' ';
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 1 && line[0] == '\n' || line.length == 2 && line[0] == '\r' && line[1] == '\n';
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).strip();
    }
}
