package org.matterledger.launcher.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the files of a ZIP. Nothing is ever unpacked to the disk. A ZIP can pretend to hold a thousand times its size:
 * what comes out of an entry is counted, and text does not shrink to less than a two hundredth.
 */
final class ZipListing {

    private static final int DENSEST = 200;
    private static final long ALWAYS_ALLOWED = 10_000_000;

    private ZipListing() {}

    static MailFiles of(Path path) throws IOException {
        var zip = opened(path);
        var allowed = new AtomicLong(ALWAYS_ALLOWED + DENSEST * Files.size(path));
        var files = new ArrayList<MailFile>();
        var broken = new ArrayList<Broken>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            if (leadsOut(entry.getName())) {
                broken.add(new Broken(new Place(entry.getName(), 0), "its name leads out of the ZIP"));
            } else {
                files.add(
                        new MailFile(entry.getName(), Math.max(0, entry.getSize()), () -> opened(zip, entry, allowed)));
            }
        });
        return new MailFiles(files, broken, zip);
    }

    /** Old programs write names in the character set of their time; names don't matter enough to fail. */
    private static ZipFile opened(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new CannotRead("the ZIP is encrypted: unpack it, and give the folder: " + path);
            }
            return inOldCharacters(path);
        }
    }

    private static ZipFile inOldCharacters(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), Charset.forName("IBM437"));
        } catch (ZipException e) {
            throw new CannotRead("the ZIP is damaged or not complete: " + path + " (" + e.getMessage() + ")");
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || ("/" + name.replace('\\', '/') + "/").contains("/../");
    }

    private static InputStream opened(ZipFile zip, ZipEntry entry, AtomicLong allowed) throws IOException {
        var most = ALWAYS_ALLOWED + DENSEST * Math.max(entry.getCompressedSize(), 0);
        var in = zip.getInputStream(entry);
        if (in == null) {
            throw new IOException("the ZIP has no such entry");
        }
        return new Counted(in, most, allowed, entry.getCrc());
    }

    /** Ends with an error where more comes out than can have been in it, or something else than went in. */
    private static final class Counted extends FilterInputStream {

        private final CRC32 sum = new CRC32();
        private final long expected;
        private final AtomicLong leftOfAll;
        private long left;

        /** @param expected the sum that the ZIP names; negative where it names none */
        Counted(InputStream in, long most, AtomicLong leftOfAll, long expected) {
            super(in);
            this.leftOfAll = leftOfAll;
            this.left = most;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            if (count < 0 && expected >= 0 && sum.getValue() != expected) {
                throw new IOException("it is damaged: what comes out of the ZIP is not what went in");
            }
            sum.update(bytes, from, Math.max(count, 0));
            left -= Math.max(count, 0);
            if (leftOfAll.addAndGet(-Math.max(count, 0)) < 0 || left < 0) {
                throw new IOException("more comes out of the ZIP than letters can be packed to");
            }
            return count;
        }
    }
}
