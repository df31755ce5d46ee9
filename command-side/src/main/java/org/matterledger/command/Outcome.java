package org.matterledger.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/** What a decision came to. A refusal is an answer, not an exception: the store records it under the caller's key. */
public sealed interface Outcome {

    /**
     * What is to be recorded.
     *
     * @param events in their order
     * @param entry the id of what was recorded, where it has one of its own within the stream
     */
    record Recorded(
            List<? extends LedgerEvent> events, @Nullable String entry) implements Outcome {}

    /** The command already had its effect. */
    record NothingNew(@Nullable String entry) implements Outcome {}

    /**
     * A rule forbids it.
     *
     * @param facts what the rule looked at, by name, without confidential text
     */
    record Refusal(String rule, String detail, Map<String, String> facts) implements Outcome {}

    static Outcome events(LedgerEvent... events) {
        return new Recorded(List.of(events), null);
    }

    static Outcome entry(String entry, LedgerEvent... events) {
        return new Recorded(List.of(events), entry);
    }

    static Outcome nothingNew() {
        return new NothingNew(null);
    }

    /** @param entry the id of what the command had recorded before */
    static Outcome nothingNew(String entry) {
        return new NothingNew(entry);
    }

    static Outcome refusedBy(Rule rule) {
        return new Refusal(rule.name(), rule.text(), Map.of());
    }

    static Outcome refusedBy(Rule rule, Map<String, String> facts) {
        return new Refusal(rule.name(), rule.text(), facts);
    }
}
