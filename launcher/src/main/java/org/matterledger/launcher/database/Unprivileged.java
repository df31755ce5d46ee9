package org.matterledger.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.matterledger.launcher.home.CannotRun;

/**
 * How PostgreSQL is run, which refuses to run as root: as it is for an ordinary user; for root in a user namespace, in
 * which it is nobody but the files' owner still; where the kernel forbids that, as the system's user nobody, who is then
 * given its files.
 *
 * @param prefix what stands before the command
 * @param owner the system user that must own PostgreSQL's files; empty where nobody but us ever did
 */
record Unprivileged(List<String> prefix, String owner) {

    private static final String NOBODY = "nobody";

    static Unprivileged forThisUser() throws IOException {
        if (!isRoot()) {
            return new Unprivileged(List.of(), "");
        }
        return works(List.of("unshare", "-U", "true"))
                ? new Unprivileged(List.of("unshare", "-U"), "root")
                : asNobody();
    }

    static Unprivileged asNobody() throws IOException {
        var prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups");
        var attempt = new ArrayList<>(prefix);
        attempt.add("true");
        if (!works(attempt)) {
            throw new CannotRun("PostgreSQL does not run as root, and neither a user namespace nor setpriv works here:"
                    + " run the ledger as an ordinary user");
        }
        return new Unprivileged(prefix, NOBODY);
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Gives {@code <home>/postgres/<name>} to the user that runs PostgreSQL, who may then pass through the two above. */
    void own(Path path) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (!Files.getOwner(path).equals(user)) {
            give(path, user);
        }
        if (owner.equals(NOBODY)) {
            makeReachable(path);
        }
    }

    private static void give(Path path, UserPrincipal user) throws IOException {
        try (var all = Files.walk(path)) {
            for (var each : all.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                Files.setOwner(each, user);
            }
        }
    }

    private void makeReachable(Path path) throws IOException {
        var postgres = path.toAbsolutePath().resolveSibling("");
        for (var above : List.of(postgres.resolveSibling(""), postgres)) {
            Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwx--x--x"));
        }
        var reach = new ArrayList<>(prefix);
        reach.addAll(List.of("test", "-r", path.toAbsolutePath().toString()));
        if (!works(reach)) {
            throw new CannotRun("the user " + owner + ", as whom PostgreSQL must run here, cannot reach " + path
                    + ": run the ledger as an ordinary user");
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            return false;
        }
    }
}
