package org.matterledger.launcher.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.matterledger.query.Projection;

/** The views of this node: filled again on request, while the ledger runs. */
public final class Views {

    private final Configuration axon;
    private final ViewForms forms;
    private final ViewPositions positions;
    private final Map<String, Projection> views;

    Views(Configuration axon, ViewForms forms, ViewPositions positions, List<Projection> views) {
        this.axon = axon;
        this.forms = forms;
        this.positions = positions;
        this.views = views.stream().collect(Collectors.toUnmodifiableMap(Projection::name, view -> view));
    }

    /**
     * Empties a view and lets it take in the record again from its first event; returns when it has begun. Readers that
     * ask for a position wait, or are told that it is not shown yet. {@link #progress} says how far it has come.
     *
     * @throws NoSuchView when this node follows no view of that name
     */
    public void rebuild(String name) {
        var view = views.get(name);
        if (view == null) {
            throw new NoSuchView(name, views.keySet());
        }
        var processor = axon.eventProcessingConfiguration().eventProcessor(name, StreamingEventProcessor.class);
        processor.ifPresent(StreamingEventProcessor::shutDown);
        try {
            forms.emptyNow(view);
        } finally {
            processor.ifPresent(StreamingEventProcessor::start);
        }
    }

    /** There is no such view on this node. */
    public static final class NoSuchView extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoSuchView(String name, Set<String> views) {
            super("There is no view " + name + "; there are " + views);
        }
    }

    /** How far each view has come. */
    public Map<String, Progress> progress() {
        return positions.progress();
    }

    /**
     * How far a view has come.
     *
     * @param shown the position up to which the view shows all that it shows
     * @param head where the record ends
     */
    public record Progress(long shown, long head) {

        public boolean complete() {
            return shown >= head;
        }
    }
}
