package org.matterledger.query;

import java.time.Instant;
import java.util.List;
import org.matterledger.events.MatterEvent;
import org.matterledger.values.MatterId;

/** The record itself, matter by matter: for what no view keeps, because it must be told for any instant. */
@FunctionalInterface
public interface MatterRecord {

    /** All that is recorded of a matter, in its order; nothing for an unknown one. */
    List<Recorded> of(MatterId matter);

    /**
     * An event of a matter as it stands in the record.
     *
     * @param notedAt when the firm knew
     */
    record Recorded(MatterEvent event, Instant notedAt) {}
}
