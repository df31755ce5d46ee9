package org.matterledger.values;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which a firm measures itself, versioned; every due date names the version that it was reckoned with.
 *
 * @param silenceLimit longest silence towards a client, in local days (semantics 4.2, 10)
 * @param replyCutOff until when a message is answered on its own working day (rules.md 1.8, 4)
 * @param lateEntryWindow how many working days late a fact may be told and still take effect by itself (4.2, 14)
 * @param longestPromise how many local days ahead a promised date may lie (4.2, 7)
 * @param escalatingRePromise from which re-promise on the partner is told (4.2, 7)
 * @param noticeLead how many working days before a promised date its delay must be announced, by close (1.8, 11)
 * @param ladders who learns when, by kind of obligation; a kind without one has no rungs but the breach itself
 * @param obligations how each kind is applied; a kind not named is enforced
 * @param rules how each rule that may be switched is applied, by its name; one not named is enforced
 * @param confirmedBy the lawyer who confirmed the numbers; while absent they carry no legal effect (semantics 4.9, 6)
 */
public record PolicyPack(
        int silenceLimit,
        CutOff replyCutOff,
        int lateEntryWindow,
        int longestPromise,
        int escalatingRePromise,
        int noticeLead,
        Map<ObligationKind, List<Rung>> ladders,
        Map<ObligationKind, RuleMode> obligations,
        Map<String, RuleMode> rules,
        @Nullable String confirmedBy) {

    public PolicyPack {
        var copied = new EnumMap<ObligationKind, List<Rung>>(ObligationKind.class);
        ladders.forEach((kind, rungs) -> copied.put(kind, List.copyOf(rungs)));
        ladders = Collections.unmodifiableMap(copied);
        obligations = obligations.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(obligations));
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }

    /** How a kind of obligation is applied. */
    public RuleMode mode(ObligationKind kind) {
        return obligations.getOrDefault(kind, RuleMode.ENFORCE);
    }

    /** How a rule is applied. */
    public RuleMode mode(String rule) {
        return rules.getOrDefault(rule, RuleMode.ENFORCE);
    }

    /** The rungs of a kind's ladder, in their order. */
    public List<Rung> ladder(ObligationKind kind) {
        return ladders.getOrDefault(kind, List.of());
    }
}
