package org.matterledger.command.matter;

import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerState;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.values.EntryId;

/**
 * A matter as its rules read it, composed of small state machines.
 *
 * @param opened as it was told at opening; absent before
 * @param channels what was agreed on channels
 * @param events how many events the stream holds; the sequence of the next one
 */
record MatterState(@Nullable MatterOpened opened, Channels channels, long events) implements LedgerState<MatterState> {

    static final MatterState BLANK = new MatterState(null, Channels.NONE, 0);

    @Override
    public MatterState evolve(LedgerEvent event) {
        return switch ((MatterEvent) event) {
            case MatterOpened opening ->
                new MatterState(opening, Channels.ofTheContract(opening.mainChannel()), events + 1);
            case ProtocolEvent protocol -> new MatterState(opened, channels.evolve(protocol), events + 1);
            case MatterEvent ignored -> new MatterState(opened, channels, events + 1);
        };
    }

    /** The matter as opened. */
    MatterOpened matter() {
        if (opened == null) {
            throw new IllegalStateException("Only an opened matter is asked for more than its opening");
        }
        return opened;
    }

    /** The id of what the next event records. */
    EntryId nextEntry() {
        return EntryId.of(matter().matterId(), events);
    }
}
