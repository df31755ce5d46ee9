package org.matterledger.values;

/** How pressing a contact was, as far as the firm knows. */
public enum Urgency {
    ORDINARY,
    /** It came at a weekend or late in the evening (R004-14); may be corrected with a reason. */
    PRESUMED_HIGH,
    HIGH
}
