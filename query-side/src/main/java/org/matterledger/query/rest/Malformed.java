package org.matterledger.query.rest;

import java.util.Map;
import java.util.TreeMap;

/** What is asked for can't be understood: 400, with every parameter named. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> faults;

    /** @param faults by the query's parameter, as a clause that completes its name: {@code is missing} */
    public Malformed(Map<String, String> faults) {
        super("The request is malformed", null, false, false);
        this.faults = new TreeMap<>(faults);
    }

    public Map<String, String> faults() {
        return faults;
    }
}
