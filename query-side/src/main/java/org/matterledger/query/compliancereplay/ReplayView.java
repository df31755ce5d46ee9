package org.matterledger.query.compliancereplay;

import java.time.Instant;
import java.util.List;
import org.matterledger.query.MatterRecord;
import org.matterledger.query.MatterRecord.Recorded;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.MatterId;
import org.springframework.stereotype.Component;

/** Reads a matter at any instant, from the record itself. What that costs grows with the matter. */
@Component
class ReplayView {

    private final MatterRecord record;
    private final NamesView names;

    ReplayView(MatterRecord record, NamesView names) {
        this.record = record;
        this.names = names;
    }

    /** @throws Unknown where there is no such matter */
    Replay of(MatterId matter) {
        var events = record.of(matter);
        if (events.isEmpty()) {
            throw new Unknown();
        }
        return new Replay(matter, events, names.of(matter).orElseThrow(Unknown::new));
    }

    /** A matter whose record is at hand. */
    record Replay(MatterId matter, List<Recorded> events, Names names) {

        MatterAsOf at(Instant instant, Known known) {
            return AsOf.of(matter, events, instant, known);
        }

        List<Difference> between(MatterAsOf first, MatterAsOf second) {
            return Differences.between(first, second, names);
        }
    }
}
