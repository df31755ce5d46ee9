package org.matterledger.command.policy;

import static org.matterledger.command.policy.PolicyRule.ONLY_SWITCHABLE_RULES_ARE_SWITCHED;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.matterledger.command.Refused;
import org.matterledger.command.SwitchableRules;
import org.matterledger.values.PolicyPack;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows which rules of all features a pack may switch: a name that means nothing would leave its author in a belief. */
@Component
final class Switches {

    private final Set<String> names;

    Switches(ObjectProvider<SwitchableRules> features) {
        this.names = features.stream().flatMap(rules -> rules.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The pack itself.
     *
     * @throws Refused when it names a rule that can't be switched
     */
    PolicyPack checked(PolicyPack pack) {
        pack.rules().keySet().stream()
                .filter(rule -> !names.contains(rule))
                .findFirst()
                .ifPresent(unknown -> {
                    var broken = ONLY_SWITCHABLE_RULES_ARE_SWITCHED;
                    throw new Refused(broken.name(), broken.text(), Map.of("rule", unknown), false);
                });
        return pack;
    }
}
