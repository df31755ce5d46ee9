package org.matterledger.launcher.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What shows in bytecode that a law is broken. */
final class Signs {

    private static final Set<String> CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system");

    private Signs() {}

    static boolean asksAClock(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        return (owner.getPackageName().startsWith("java.time") && call.getName().equals("now"))
                || (owner.getName().equals("java.time.Clock") && CLOCKS.contains(call.getName()))
                || (owner.getName().equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    static ArchCondition<JavaClass> catchSomething() {
        return new ArchCondition<>("catch something") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> !unit.getTryCatchBlocks().isEmpty())
                        .forEach(unit -> events.add(
                                SimpleConditionEvent.satisfied(type, unit.getFullName() + " catches something")));
            }
        };
    }
}
