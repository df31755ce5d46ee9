package org.matterledger.launcher.web;

import java.util.List;

/** A request that can't be understood, with everything that is wrong with it: 400. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Malformed(List<Fault> faults) {
        super("The request is malformed", null, false, false);
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
