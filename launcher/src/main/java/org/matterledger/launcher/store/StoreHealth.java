package org.matterledger.launcher.store;

import java.util.Map;

/** Whether the store and the views do their work; what {@code /health} shows. */
public interface StoreHealth {

    Report look();

    /**
     * @param well whether the database answers, no event waits, and no processor of this node stands still
     * @param views how far each view has come; empty when the database doesn't answer
     * @param waiting how many events wait because a view could not take them in, by view
     * @param stopped why a processor of this node stands still, by processor
     */
    record Report(
            boolean well, Map<String, Views.Progress> views, Map<String, Long> waiting, Map<String, String> stopped) {}
}
