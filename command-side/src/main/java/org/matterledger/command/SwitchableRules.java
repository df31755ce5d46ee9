package org.matterledger.command;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of a feature that a policy pack may switch off or down to a warning, by name (rules.md 1.8, 19). A feature
 * that has any registers a bean of this type; a pack that names another rule is refused.
 */
public record SwitchableRules(Set<String> names) {

    public SwitchableRules {
        names = Set.copyOf(names);
    }

    public static SwitchableRules of(Rule... rules) {
        return new SwitchableRules(Stream.of(rules).map(Rule::name).collect(Collectors.toSet()));
    }
}
