package org.matterledger.command.matter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.matterledger.command.Foresight;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.StreamReader;
import org.matterledger.command.matter.ContactCommand.ContactAct;
import org.matterledger.command.rest.Unknown;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.ObligationEvent;

/** Lets a matter, told from its stream, decide on an act as it would be decided, and forgets it again. */
final class ForeseenActs implements Foresight {

    private final StreamReader streams;

    ForeseenActs(StreamReader streams) {
        this.streams = streams;
    }

    @Override
    public Foreseen of(LedgerCommand act, Instant now) {
        if (!(act instanceof ContactAct writing)) {
            throw new IllegalArgumentException("Only what the firm writes to its client is foreseen, not " + act);
        }
        var matter = writing.matterId().value();
        var state = WholeMatter.read(streams.readThrough(Set.of(matter)).getOrDefault(matter, List.of()));
        if (state.opened() == null) {
            throw new Unknown();
        }
        var time = new LedgerTime(now);
        var by = Objects.requireNonNull(writing.by());
        var facts = Facts.about(state, streams, by.value());
        var outcome = Consequences.of(state, facts, time, present -> ContactActs.decide(present, writing, facts, time));
        return switch (outcome) {
            case Outcome.Recorded recorded -> new Foreseen(null, following(recorded));
            case Outcome.NothingNew same -> new Foreseen(null, List.of());
            case Outcome.Refusal refusal -> new Foreseen(refusal.detail(), List.of());
        };
    }

    /** What the act itself brings about, and not the time that passed before it. */
    private static List<ObligationEvent> following(Outcome.Recorded recorded) {
        return recorded.events().stream()
                .dropWhile(event -> !(event instanceof ContactEvent))
                .filter(ObligationEvent.class::isInstance)
                .map(ObligationEvent.class::cast)
                .toList();
    }
}
