package org.matterledger.launcher.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a file with what ends them. One that never ends comes in pieces. */
final class Lines {

    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[PIECE];
    private int from;
    private int to;
    private long read;
    private long offset;
    private boolean lineStart;
    private boolean ended = true;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Whether lines end with a carriage return alone, as old Macs and their mail programs wrote them. */
    static boolean endAsOnOldMacs(byte[] head) {
        var returned = false;
        for (var b : head) {
            if (b == '\n') {
                return false;
            }
            returned |= b == '\r';
        }
        return returned;
    }

    /** The same with the ends that all others write. */
    static InputStream ofOldMacs(InputStream in) {
        return new FilterInputStream(in) {

            @Override
            public int read() throws IOException {
                var b = super.read();
                return b == '\r' ? '\n' : b;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                var count = super.read(bytes, from, length);
                for (var i = from; i < from + count; i++) {
                    bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
                }
                return count;
            }
        };
    }

    /** Where in the file the last line began. */
    long offset() {
        return offset;
    }

    /** Whether the last one was the beginning of a line, not a further piece of it. */
    boolean atLineStart() {
        return lineStart;
    }

    byte @Nullable [] next() throws IOException {
        lineStart = ended;
        offset = read - (to - from);
        var scanned = from;
        while (true) {
            for (var i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    return cut(i + 1, true);
                }
            }
            scanned = to - from;
            if (!fill()) {
                return from == to ? null : cut(to, true);
            }
            if (scanned == PIECE) {
                return cut(to, false);
            }
        }
    }

    private byte[] cut(int end, boolean whole) {
        var line = Arrays.copyOfRange(buffer, from, end);
        from = end;
        ended = whole;
        return line;
    }

    /** Moves what is left to the front and reads on; true also if there was no room to. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == PIECE) {
            return true;
        }
        var count = in.read(buffer, to, PIECE - to);
        if (count < 0) {
            return false;
        }
        to += count;
        read += count;
        return true;
    }
}
