package org.matterledger.command;

import java.util.Map;

/** A rule refused a command. Thrown by the {@link CommandPort} after the refusal was recorded, never by a decision. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Map<String, String> facts;
    private final boolean repeated;

    public Refused(String rule, String detail, Map<String, String> facts, boolean repeated) {
        super(detail, null, false, false);
        this.rule = rule;
        this.facts = Map.copyOf(facts);
        this.repeated = repeated;
    }

    public String rule() {
        return rule;
    }

    public Map<String, String> facts() {
        return facts;
    }

    public boolean repeated() {
        return repeated;
    }
}
