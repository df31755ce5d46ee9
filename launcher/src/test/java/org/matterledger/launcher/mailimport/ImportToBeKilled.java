package org.matterledger.launcher.mailimport;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.matterledger.launcher.database.DatabaseAccess;

/** A process that imports, says when it is in the middle, and tells no more letters until somebody kills it. */
final class ImportToBeKilled {

    private ImportToBeKilled() {}

    public static void main(String... arguments) {
        var database = new DatabaseAccess(arguments[0], "", "", arguments[1], arguments[2]);
        var before = Integer.parseInt(arguments[5]);
        try (var ledger = new Imported(database, Path.of(arguments[3]))) {
            ledger.run(Path.of(arguments[4]), Imported.terms(), new Progress() {

                private boolean letters;
                private long done;

                @Override
                public void step(String what, long of) {
                    letters = what.equals("letters");
                }

                @Override
                public void done(long more) {
                    if (letters && enough(more)) {
                        System.out.println("in the middle");
                        waitForever();
                    }
                }

                private synchronized boolean enough(long more) {
                    done += more;
                    return done == before;
                }

                @Override
                public void end() {}
            });
        }
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
