package org.matterledger.launcher.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a message apart into its header and its parts, decoded. A message within the message is one part. Nothing that
 * stands in it is passed over without a remark.
 */
final class MimeParts {

    /**
     * One part.
     *
     * @param content decoded from its transfer encoding
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Part(Header header, byte[] content) {

        String type() {
            return header.type();
        }

        boolean attached() {
            return header.word("content-disposition").startsWith("attachment") || header.file() != null;
        }
    }

    private static final Pattern ODD_LINE = Pattern.compile("(?m)^(?![!-9;-~]+[ \\t]*:)(?![ \\t]).");
    private static final int DEEPEST = 30;
    private static final int MOST = 10_000;

    /** What the decoder of quoted-printable says of every mailbox on Unix. */
    private static final Set<String> UNIX_LINES =
            Set.of("Found LF without CR", "Found non-standard soft line break", "ignored blanks");

    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private final Header header = new Header();
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private boolean oddHeader;

    private MimeParts() {}

    static MimeParts of(byte[] message) {
        var parts = new MimeParts();
        parts.read(message);
        if (parts.oddHeader && parts.parts.stream().allMatch(part -> part.content().length == 0)) {
            var again = new MimeParts();
            again.read(withTextAtFirstOddLine(message));
            again.remarks.addAll(parts.remarks);
            return again;
        }
        return parts;
    }

    Header header() {
        return header;
    }

    List<Part> parts() {
        return parts;
    }

    Set<String> remarks() {
        return remarks;
    }

    private void read(byte[] message) {
        var stream = new MimeTokenStream(LENIENT, new Monitor(), null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(message));
        var current = header;
        var depth = 0;
        var started = false;
        try {
            for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                switch (state) {
                    case T_START_HEADER -> {
                        current = started ? new Header() : header;
                        started = true;
                    }
                    case T_FIELD -> current.add(raw(stream));
                    case T_START_MULTIPART -> depth++;
                    case T_END_MULTIPART -> depth--;
                    case T_PREAMBLE -> before.writeBytes(stream.getInputStream().readAllBytes());
                    case T_EPILOGUE -> remarkOn(stream.getInputStream());
                    case T_BODY -> parts.add(new Part(current, content(stream)));
                    default -> {}
                }
                if (depth > DEEPEST || parts.size() > MOST) {
                    remarks.add("it has more parts, or deeper ones, than are read");
                    break;
                }
            }
        } catch (IOException | MimeException | RuntimeException e) {
            remarks.add("its structure is broken: not all of it could be read");
        }
        if (parts.isEmpty() && before.size() > 0) {
            remarks.add("its parts can't be told apart: all is read as one text");
            parts.add(new Part(new Header(), before.toByteArray()));
        }
    }

    private static byte[] raw(MimeTokenStream stream) {
        var raw = stream.getField().getRaw();
        return raw == null
                ? (stream.getField().getName() + ": " + stream.getField().getBody()).getBytes(StandardCharsets.UTF_8)
                : raw.toByteArray();
    }

    /** What can still be decoded of it. */
    private byte[] content(MimeTokenStream stream) {
        var content = new ByteArrayOutputStream();
        try (var in = stream.getDecodedInputStream()) {
            var buffer = new byte[8192];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                content.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException e) {
            remarks.add("a part could not be decoded to its end");
        }
        return content.toByteArray();
    }

    private void remarkOn(InputStream epilogue) throws IOException {
        for (var b : epilogue.readAllBytes()) {
            if (b > ' ' || b < 0) {
                remarks.add("text stands behind its last part");
                return;
            }
        }
    }

    /** Some programs forget the empty line that ends the header. */
    private static byte[] withTextAtFirstOddLine(byte[] message) {
        var text = new String(message, StandardCharsets.ISO_8859_1);
        var odd = ODD_LINE.matcher(text);
        return odd.find()
                ? (text.substring(0, odd.start()) + "\n" + text.substring(odd.start()))
                        .getBytes(StandardCharsets.ISO_8859_1)
                : message;
    }

    /** Hears what the parser and the decoders had to overlook. */
    private final class Monitor extends DecodeMonitor {

        @Override
        public boolean warn(String error, String dropDesc) {
            if (UNIX_LINES.contains(error)) {
                return false;
            }
            var what = error.toLowerCase(Locale.ROOT);
            if (what.contains("prematurely")
                    || what.contains("premature end")
                    || what.contains("unexpected end of headers")) {
                remarks.add("it ends before its last part does");
            } else if (what.contains("header")) {
                oddHeader = true;
                remarks.add("its header has a line that is no field");
            } else {
                remarks.add("a part is not encoded as it should be");
            }
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
