package org.matterledger.command.followup;

import java.util.List;
import java.util.Set;
import org.matterledger.command.StreamReader;
import org.matterledger.events.ObligationEvent;

/** What was recorded of a duty: read again where a saga that had ended begins once more, which is rare. */
final class Duties {

    private final StreamReader streams;

    Duties(StreamReader streams) {
        this.streams = streams;
    }

    /** Everything recorded of the duty that an event is about, up to that event. */
    List<ObligationEvent> story(ObligationEvent upTo) {
        var matter = upTo.matterId().value();
        return streams.read(Set.of(matter)).getOrDefault(matter, List.of()).stream()
                .takeWhile(event -> !event.equals(upTo))
                .filter(ObligationEvent.class::isInstance)
                .map(ObligationEvent.class::cast)
                .filter(event -> event.obligationId().equals(upTo.obligationId()))
                .toList();
    }
}
