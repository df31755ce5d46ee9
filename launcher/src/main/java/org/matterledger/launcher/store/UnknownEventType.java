package org.matterledger.launcher.store;

/** The record holds an event that this version doesn't know. Skipping it silently would lose it: nothing goes past it. */
public final class UnknownEventType extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEventType(String type, int revision) {
        super("The record holds “" + type + "” in revision " + revision
                + ", which this version of Matter Ledger doesn't know; a newer version wrote it");
    }
}
