package org.matterledger.launcher.mail;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a message of an mbox is, where its header says so. Mailboxes that do (mboxcl2) quote no From line: an mbox that
 * was sent along would fall apart. But many say it wrongly, since a program changed line ends or parts: it is believed only
 * where the next message, or nothing, stands at the end that it tells.
 */
final class ToldLength {

    private static final Pattern FIELD = Pattern.compile("(?i)content-length[ \\t]*:[ \\t]*(\\d{1,12})");
    private static final Pattern NEXT = Pattern.compile("(?:\\r?\\n|\\r){0,2}>?From .*", Pattern.DOTALL);
    private static final int LINE = 300;

    /** A mailbox that is wrong so often is believed no more. */
    private static final int OFTEN_WRONG = 5;

    /** Each question may mean to read up to the place that it tells: so often the whole mailbox is read at most. */
    private static final int READ_AGAIN = 20;

    private final MailFile file;
    private boolean inHeader = true;
    private long length = -1;
    private long body;
    private @Nullable Boolean believed;
    private int wrong;
    private long asked;

    ToldLength(MailFile file) {
        this.file = file;
    }

    /** A message begins behind its From line. */
    void begins() {
        inHeader = true;
        length = -1;
        believed = null;
    }

    /** The next line of the message. */
    void line(byte[] line, long offset) {
        if (!inHeader) {
            return;
        }
        var text = new String(line, 0, Math.min(line.length, LINE), StandardCharsets.ISO_8859_1).strip();
        var field = FIELD.matcher(text);
        if (text.isEmpty()) {
            inHeader = false;
            body = offset + line.length;
        } else if (field.matches()) {
            length = Long.parseLong(field.group(1));
        }
    }

    /** Whether the message that was begun goes on there. */
    boolean covers(long offset) throws IOException {
        if (inHeader || length < 0 || offset >= body + length || wrong >= OFTEN_WRONG) {
            return false;
        }
        var holds = believed;
        if (holds == null) {
            holds = endsThere();
            wrong += holds ? 0 : 1;
            believed = holds;
        }
        return holds;
    }

    private boolean endsThere() throws IOException {
        asked += body + length;
        if (body + length > file.size() || asked > READ_AGAIN * file.size()) {
            return false;
        }
        try (var in = file.open()) {
            in.skipNBytes(body + length);
            var next = new String(in.readNBytes(LINE), StandardCharsets.ISO_8859_1);
            return next.isBlank() || NEXT.matcher(next).matches();
        } catch (EOFException beyondTheEnd) {
            return false;
        }
    }
}
