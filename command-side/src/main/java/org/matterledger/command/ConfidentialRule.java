package org.matterledger.command;

/** What the ledger refuses about confidential text. */
public enum ConfidentialRule implements Rule {
    PERSON_ERASED("Nothing new is recorded about a person whose data the firm has erased.");

    private final String text;

    ConfidentialRule(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
