package org.matterledger.launcher.store;

import tools.jackson.databind.node.ObjectNode;

/** Turns one stored form of an event into its next one when it is read; the record itself never changes. */
public interface EventUpcaster {

    /** The stored name that it reads. */
    String type();

    /** The revision that it reads. */
    int revision();

    /** The name that it gives; the same, unless the event was renamed. */
    default String nextType() {
        return type();
    }

    /** The revision that it gives. */
    default int nextRevision() {
        return revision() + 1;
    }

    /** The content in its next form; may be changed in place. */
    ObjectNode upcast(ObjectNode payload);
}
