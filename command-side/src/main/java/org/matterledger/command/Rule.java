package org.matterledger.command;

/** A rule of the firm that can refuse a command. Implemented by one enum per feature. */
public interface Rule {

    /** The constant's name: the stable part of the problem's type. */
    String name();

    /** One sentence that a partner would sign. */
    String text();

    /** The rule's ids in the catalogue: {@code R003-11}; empty where the ledger itself needs the rule. */
    default java.util.List<String> sources() {
        return java.util.List.of();
    }
}
