package org.matterledger.launcher.store;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the first corrections meant: the agreement under which an entry was recorded held for it, whatever its true time and
 * channel were. Later ones of that form name the agreement of the true ones. Which it was shows in whether one is named; a
 * form of its own says so since (decision 33).
 */
final class CorrectionsJudgedAnew implements EventUpcaster {

    @Override
    public String type() {
        return "entry.corrected";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        return payload.put("judgedAnew", payload.hasNonNull("agreement"));
    }
}
