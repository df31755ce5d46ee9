package org.matterledger.launcher.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Statements stand as text in a class file, put together or not. */
    static ArchCondition<JavaClass> nameTables(String schema, Set<String> allowed) {
        var table = Pattern.compile("(?<![\\w.$/-])" + schema + "\\.([a-z_]+)");
        return new ArchCondition<>("name a table of the schema " + schema) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                table.matcher(classFile(type))
                        .results()
                        .filter(found -> !allowed.contains(found.group(1)))
                        .forEach(found -> events.add(
                                SimpleConditionEvent.satisfied(type, type.getName() + " names " + found.group())));
            }
        };
    }

    private static String classFile(JavaClass type) {
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
