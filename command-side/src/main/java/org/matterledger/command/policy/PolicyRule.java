package org.matterledger.command.policy;

import java.util.List;
import org.matterledger.command.Rule;

/** What makes numbers by which a firm can measure itself. */
enum PolicyRule implements Rule {
    SILENCE_ALWAYS_HAS_A_LIMIT(
            "No client waits without a limit: silence lasts 1 to 365 days, and its duty is never switched off.",
            "R001-03",
            "semantics 4.2 no 10"),
    LATE_FACTS_ARE_SOON_FOR_A_REVIEWER(
            "A fact takes effect by itself at most 20 working days late; what is told later, a reviewer decides.",
            "semantics 4.2 no 14"),
    PROMISE_LIES_WITHIN_SIGHT("A date is promised for at most 1 to 365 days ahead.", "semantics 4.2 no 7"),
    RE_PROMISES_ARE_COUNTED("The partner is told from the first re-promise on, or from a later one.", "R003-07"),
    DELAY_IS_TOLD_IN_THE_DAYS_BEFORE(
            "A delay is told by the close of the promised day or of one of the 10 working days before it.", "R004-16"),
    RUNGS_STAND_IN_ORDER(
            "The rungs of a ladder stand in their order, each level once, within 30 working days of the due time.",
            "R001-03"),
    WARNING_COMES_BEFORE_THE_DUE_TIME(
            "A warning comes before the due time; only that of a delay notice may come with it.", "R001-03"),
    PARTNER_LEARNS_OF_WHAT_WAS_MISSED(
            "The accountable partner learns at the due time or later, when the duty is missed.", "R004-02"),
    ONLY_SWITCHABLE_RULES_ARE_SWITCHED("A policy switches only rules that may be switched.");

    private final String text;
    private final List<String> sources;

    PolicyRule(String text, String... sources) {
        this.text = text;
        this.sources = List.of(sources);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
