package org.matterledger.values;

/** How a rule of a policy pack is applied; firms switch rules on one by one (rules.md 1.8, 19). */
public enum RuleMode {
    /** Not applied at all. */
    OFF,
    /** What departs from it is recorded with a deviation, or reckoned without a breach. */
    WARN,
    /** An act that departs from it is refused; a duty that is missed is breached. */
    ENFORCE
}
