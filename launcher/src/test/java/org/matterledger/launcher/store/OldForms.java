package org.matterledger.launcher.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A made-up past: a colleague's role had an event of its own, with the id under another name at first. */
final class OldForms {

    static final String NAME = "staff.role-given";

    private OldForms() {}

    /** Revision 1 named the colleague {@code who}; revision 2 says {@code staffId}. */
    static final class IdRenamed implements EventUpcaster {

        @Override
        public String type() {
            return NAME;
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            payload.set("staffId", payload.remove("who"));
            return payload;
        }
    }

    /** Revision 2 became {@code staff.roles-changed}, which carries all roles. */
    static final class RolesTogether implements EventUpcaster {

        @Override
        public String type() {
            return NAME;
        }

        @Override
        public int revision() {
            return 2;
        }

        @Override
        public String nextType() {
            return "staff.roles-changed";
        }

        @Override
        public int nextRevision() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            var role = payload.remove("role");
            payload.putArray("roles").add(role);
            return payload;
        }
    }

    static String json(String colleague) {
        return "{\"who\":\"%s\",\"role\":\"PARTNER\",\"occurredAt\":\"2020-02-29T12:00:00Z\"}".formatted(colleague);
    }

    /** Puts an event of revision 1 into the record, as the program of that time did. */
    static void store(ConnectionSource connections, String colleague, long sequence) throws SQLException {
        try (var append = new AppendConnection(connections)) {
            var event = new StoredEvent(
                    0,
                    UUID.randomUUID(),
                    colleague,
                    "staff",
                    sequence,
                    NAME,
                    1,
                    Instant.parse("2020-02-29T12:00:00Z"),
                    json(colleague),
                    "{\"notedAt\":\"2020-02-29T12:00:00Z\"}");
            if (append.append(List.of(List.of(event)))[0] < 0) {
                throw new IllegalStateException("The stream of " + colleague + " has gone on");
            }
        }
    }
}
