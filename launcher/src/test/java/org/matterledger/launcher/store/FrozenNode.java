package org.matterledger.launcher.store;

import java.util.concurrent.Executors;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.ChangeOften;
import org.matterledger.values.StaffId;

/** A node in a process of its own that appends for as long as it lives, and says what was acknowledged. */
final class FrozenNode {

    private static final int CALLERS = 8;
    private static final int EVENTS = 25;

    private FrozenNode() {}

    /** Arguments: URL, application role, password. */
    public static void main(String[] arguments) {
        var access = new DatabaseAccess(arguments[0], "", "", arguments[1], arguments[2]);
        var node = new TestNode(access).start();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> append(node));
            }
        }
    }

    private static void append(TestNode node) {
        var colleague = StaffId.random().value();
        node.send(new Begin(colleague));
        while (true) {
            var receipt = node.send(new ChangeOften(colleague, EVENTS));
            System.out.println("acknowledged " + colleague + " " + receipt.version());
        }
    }
}
