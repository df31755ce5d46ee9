package org.matterledger.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.query.MailReports;

/** Where the report of an import is to be written, and in which form. */
record ReportFile(Path path, MailReports.Form form) {

    /** @throws CannotRun where the name asks for no form that there is, or the folder isn't there */
    static ReportFile of(Path path) {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CannotRun("cannot write " + path + ": there is no such folder");
        }
        try {
            return new ReportFile(path, MailReports.Form.of(String.valueOf(path.getFileName())));
        } catch (IllegalArgumentException e) {
            throw new CannotRun("cannot write " + path + ": a report ends in .json, .html or .pdf", e);
        }
    }

    /** @param run absent where nothing was imported, and so nothing is to be told */
    void write(MailReports reports, @Nullable String run) {
        if (run == null) {
            return;
        }
        try {
            Files.write(path, reports.of(run, form));
        } catch (IOException e) {
            throw new CannotRun("cannot write " + path, e);
        }
    }
}
