package org.matterledger.launcher.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.PrivateFiles;

/** PostgreSQL's programs, unpacked from the jar once for each version of them. */
record PostgresBinaries(Path directory) {

    static final String MAJOR_VERSION = "18";

    private static final String UNFINISHED = "programs.unfinished-";
    private static final int DIGITS = 12;

    /**
     * Unpacks the programs below a directory, unless they are there already. A crash in between leaves nothing under the
     * final name, which says which archive it came from.
     */
    static PostgresBinaries unpackBelow(Path parent) throws IOException {
        var archive = archive();
        var directory = parent.resolve("programs-" + digest(archive));
        if (!Files.isDirectory(directory)) {
            clear(parent);
            var unfinished = parent.resolve(UNFINISHED + ProcessHandle.current().pid());
            try {
                unpack(archive, Files.createDirectories(unfinished));
                Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                PrivateFiles.deleteTree(unfinished);
                throw e;
            }
        }
        return new PostgresBinaries(directory);
    }

    /** Removes what others that are no longer alive had begun to unpack: the disk may have been too full for it. */
    private static void clear(Path parent) throws IOException {
        try (var begun = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            for (var unfinished : begun) {
                var process = unfinished.getFileName().toString().substring(UNFINISHED.length());
                if (!isOther(process)) {
                    PrivateFiles.deleteTree(unfinished);
                }
            }
        }
    }

    private static boolean isOther(String process) {
        return process.matches("\\d{1,18}")
                && Long.parseLong(process) != ProcessHandle.current().pid()
                && ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static String archive() {
        var architecture = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "none";
        };
        var name = "/postgres-linux-" + architecture + ".txz";
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                || PostgresBinaries.class.getResource(name) == null) {
            throw new CannotRun("no embedded PostgreSQL for this machine; name a server with --database-url");
        }
        return name;
    }

    private static String digest(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String archive) throws IOException {
        var in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("The archive " + archive + " is missing");
        }
        return new BufferedInputStream(in);
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The archive leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
