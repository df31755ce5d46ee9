package org.matterledger.launcher.store;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The health of the processors of this node and of the dead letters of all. */
final class ProcessorHealth implements StoreHealth {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorHealth.class);

    private final Configuration axon;
    private final Views views;
    private final DeadLetters letters;

    ProcessorHealth(Configuration axon, Views views, DeadLetters letters) {
        this.axon = axon;
        this.views = views;
        this.letters = letters;
    }

    @Override
    public Report look() {
        var stopped = stopped();
        try {
            var waiting = letters.waitingByView();
            return new Report(waiting.isEmpty() && stopped.isEmpty(), views.progress(), waiting, stopped);
        } catch (DataAccessException e) {
            LOG.warn("The store's health can't be looked at: {}", e.getMessage());
            return new Report(false, Map.of(), Map.of(), stopped);
        }
    }

    private Map<String, String> stopped() {
        Map<String, String> stopped = new TreeMap<>();
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                if (streaming.isError()) {
                    stopped.put(name, "failed, and is tried again");
                } else if (!streaming.isRunning()) {
                    stopped.put(name, "not running");
                }
                streaming.processingStatus().values().stream()
                        .filter(status -> status.isErrorState())
                        .forEach(status ->
                                stopped.put(name, status.getError().getClass().getName()));
            }
        });
        return stopped;
    }
}
