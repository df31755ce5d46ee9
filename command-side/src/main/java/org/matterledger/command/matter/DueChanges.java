package org.matterledger.command.matter;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationId;

/** What one batch of events comes to for the due list, so that a duty that is armed and ended in it costs no more. */
final class DueChanges {

    /** What a batch comes to for one duty. */
    static final class Duty {

        final String matter;

        @Nullable
        List<DueInstant> planned;

        @Nullable
        Boolean open;

        final Set<String> told = new HashSet<>();

        private Duty(String matter) {
            this.matter = matter;
        }
    }

    /**
     * How far a matter was taken in.
     *
     * @param sequence of its last event
     * @param imported whether that event was told by an import, in its simulated time
     */
    record Seen(long sequence, boolean imported) {}

    private final Map<String, Duty> duties = new LinkedHashMap<>();
    private final Map<String, Seen> matters = new TreeMap<>();

    void seen(MatterId matter, Seen seen) {
        matters.put(matter.value(), seen);
    }

    void planned(MatterId matter, ObligationId id, List<DueInstant> instants) {
        var duty = duty(matter, id);
        duty.planned = instants;
        duty.told.clear();
    }

    void open(MatterId matter, ObligationId id, boolean open) {
        duty(matter, id).open = open;
    }

    void told(MatterId matter, ObligationId id, String what) {
        duty(matter, id).told.add(what);
    }

    private Duty duty(MatterId matter, ObligationId id) {
        return duties.computeIfAbsent(id.value(), ignored -> new Duty(matter.value()));
    }

    Map<String, Duty> duties() {
        return duties;
    }

    /** In the order in which their rows are locked. */
    Map<String, Seen> matters() {
        return matters;
    }
}
