package org.matterledger.values;

/**
 * What another system calls a thing. Unique for ever within its scope: a matter, or the firm for matters, clients and
 * staff.
 */
public record Source(String system, String id) {

    public Source {
        if (system.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A source names the system and its own id for the thing");
        }
    }
}
