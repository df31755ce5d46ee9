package org.matterledger.launcher.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.matterledger.launcher.home.CannotRun;

/**
 * As whom PostgreSQL runs, which refuses to run as root: as the ledger's own user, where that is an ordinary one. Root
 * lets it run in a user namespace, in which it is nobody but the files' owner still; where the kernel forbids that (a
 * chroot, most containers), or where others own the folders on the way, it runs as the system's user nobody, who is
 * given the files and may pass wherever root may.
 *
 * @param prefix what stands before the command
 * @param owner the system user that must own PostgreSQL's files; empty where nobody but us ever did
 */
record Unprivileged(List<String> prefix, Optional<String> owner) {

    /** For whoever is no root. */
    static final Unprivileged OURSELVES = new Unprivileged(List.of(), Optional.empty());

    static final Unprivileged IN_A_NAMESPACE = new Unprivileged(List.of("unshare", "-U"), Optional.of("root"));

    /**
     * The one capability is to pass through folders that are closed to nobody; PostgreSQL gets no other. The bit lets
     * {@code access(2)} know of it, by which PostgreSQL looks for its own programs.
     */
    static final Unprivileged AS_NOBODY = new Unprivileged(
            List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=-all,+dac_override",
                    "--ambient-caps=-all,+dac_override",
                    "--bounding-set=-all,+dac_override",
                    "--securebits=+no_setuid_fixup"),
            Optional.of("nobody"));

    /**
     * The first way that leads to some folders of ours.
     *
     * @throws CannotRun when there is none
     */
    static Unprivileged reaching(Path... folders) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        var look = new ArrayList<>(List.of("ls", "--"));
        Arrays.stream(folders).map(Path::toString).forEach(look::add);
        for (var way : List.of(IN_A_NAMESPACE, AS_NOBODY)) {
            if (way.can(look)) {
                return way;
            }
        }
        throw new CannotRun("PostgreSQL does not run as root, and root may not start it as another user here:"
                + " run the ledger as an ordinary user, or name a server with --database-url");
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Gives a file or folder to the user that runs PostgreSQL; the folder itself last, so that a crash is made good. */
    void own(Path path) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
        if (Files.getOwner(path).equals(user)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.filter(each -> !Files.isSymbolicLink(each))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.setOwner(each, user);
            }
        }
    }

    /** Whether a command succeeds as that user. */
    boolean can(List<String> command) {
        try {
            var process = new ProcessBuilder(command(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new InterruptedIOException("interrupted while looking for PostgreSQL's user"));
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
