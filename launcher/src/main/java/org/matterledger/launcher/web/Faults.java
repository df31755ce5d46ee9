package org.matterledger.launcher.web;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that one answer names all of it. */
final class Faults {

    /** A caller who made a thousand mistakes has seen enough with these. */
    private static final int SHOWN = 1000;

    private final List<Fault> all = new ArrayList<>();

    void add(String at, String problem) {
        if (all.size() < SHOWN) {
            all.add(new Fault(at, problem));
        }
    }

    int count() {
        return all.size();
    }

    List<Fault> all() {
        return all;
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new Malformed(all);
        }
    }
}
