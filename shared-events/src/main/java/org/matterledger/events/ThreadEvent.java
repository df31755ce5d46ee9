package org.matterledger.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.matterledger.values.ThreadId;

/** What client and firm write about in a matter, and what they said; never the content itself. */
public sealed interface ThreadEvent extends MatterEvent permits ThreadEvent.ThreadOpened, ContactEvent, EntryEvent {

    /**
     * A topic was opened; what isn't said in a thread belongs to the matter's general one (R003-04, R003-08).
     *
     * @param subject sealed with the matter's key
     */
    @EventType(name = "thread.opened")
    record ThreadOpened(
            MatterId matterId,
            ThreadId threadId,
            ConfidentialText subject,
            @Nullable Source source,
            Instant occurredAt) implements ThreadEvent {}
}
