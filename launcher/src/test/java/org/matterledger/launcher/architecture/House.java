package org.matterledger.launcher.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.saga.SagaEventHandler;

/**
 * The laws of the house, for any root package: the product's, and that of the planted violations.
 *
 * @param root where the packages events, values, command, query and launcher lie
 */
record House(String root) {

    /** What stands in the command side's schema without being anybody's to decide by: nothing there is thrown away. */
    private static final Set<String> REGISTERS =
            Set.of("outbox", "mail_import", "mail_import_matter", "mail_import_message");

    private static final List<String> EMPTY_NAMES =
            List.of("Impl", "Util", "Utils", "Manager", "Helper", "Common", "Service", "Data", "Info");

    ArchRule shared_events_know_only_java_and_jacksons_annotations() {
        return classes()
                .that()
                .resideInAnyPackage(events(), values())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        events(), values(), "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..");
    }

    ArchRule values_know_no_events() {
        return noClasses()
                .that()
                .resideInAPackage(values())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(events());
    }

    ArchRule the_command_side_knows_neither_views_nor_launcher() {
        return noClasses()
                .that()
                .resideInAPackage(command())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(query(), launcher());
    }

    ArchRule the_query_side_knows_neither_commands_nor_launcher() {
        return noClasses()
                .that()
                .resideInAPackage(query())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(command(), launcher());
    }

    ArchRule the_query_side_reads_no_table_of_the_command_side_but_registers() {
        return noClasses().that().resideInAPackage(query()).should(Signs.nameTables("command", REGISTERS));
    }

    ArchRule the_command_side_reads_no_table_of_the_query_side() {
        return noClasses().that().resideInAPackage(command()).should(Signs.nameTables("query", Set.of()));
    }

    /** What all controllers answer with lies in a package of its own, which knows no feature. */
    ArchRule features_of_the_command_side_meet_only_in_events() {
        return slices().matching(root + ".command.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(root + ".command.rest"));
    }

    ArchRule what_all_features_speak_knows_none_of_them() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".command.*..");
    }

    ArchRule views_stand_apart() {
        return slices().matching(root + ".query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(root + ".query.rest"));
    }

    ArchRule a_feature_is_one_flat_package() {
        return noClasses().should().resideInAPackage(root + ".command.*.*..");
    }

    ArchRule a_view_is_one_flat_package() {
        return noClasses().should().resideInAPackage(root + ".query.*.*..");
    }

    /** Sagas apart, which Axon makes by reflection. */
    ArchRule a_feature_shows_the_launcher_one_port_at_most() {
        DescribedPredicate<JavaClass> saga = DescribedPredicate.describe(
                "sagas",
                type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class)));
        return classes()
                .that()
                .resideInAPackage(root + ".command.*..")
                .and(DescribedPredicate.not(saga))
                .and()
                .resideOutsideOfPackage(root + ".command.rest..")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(new ArchCondition<>("be the only public type of their feature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var alone = type.getPackage().getClasses().stream()
                                .filter(other -> other.isTopLevelClass()
                                        && !other.isArray()
                                        && !saga.test(other)
                                        && other.getModifiers().contains(JavaModifier.PUBLIC))
                                .allMatch(type::equals);
                        events.add(
                                new SimpleConditionEvent(type, alone, type.getName() + " is not the only public type"));
                    }
                });
    }

    ArchRule nothing_of_a_view_is_public() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".query.*..")
                .and()
                .resideOutsideOfPackage(root + ".query.rest..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePublic();
    }

    ArchRule an_event_is_a_record_with_a_name_of_ours() {
        return classes()
                .that()
                .areAssignableTo(root + ".events.LedgerEvent")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(root + ".events.EventType");
    }

    ArchRule nobody_asks_a_clock_but_the_clock_port() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".launcher.time..")
                .should()
                .callMethodWhere(DescribedPredicate.describe("asks a clock", Signs::asksAClock));
    }

    ArchRule there_is_one_way_of_logging() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.apache.commons.logging..",
                        "org.apache.log4j..",
                        "org.apache.logging..",
                        "ch.qos.logback..");
    }

    ArchRule only_the_command_line_speaks_to_the_console() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".launcher.cli..")
                .should(ACCESS_STANDARD_STREAMS);
    }

    ArchRule decisions_and_states_are_pure() {
        var impure = DescribedPredicate.not(resideInAnyPackage(
                        events(),
                        values(),
                        command(),
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "java.time..",
                        "java.math",
                        "org.jspecify.."))
                .or(JavaClass.Predicates.type(java.util.Random.class))
                .or(DescribedPredicate.describe(
                        "stream reader", c -> c.getName().equals(root + ".command.StreamReader")));
        return noClasses()
                .that(DescribedPredicate.describe("decide or evolve", this::decidesOrEvolves))
                .should(dependOnClassesThat(impure));
    }

    ArchRule a_decision_is_a_function() {
        return methods()
                .that()
                .haveName("decide")
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(command())
                .should()
                .beStatic();
    }

    ArchRule names_say_something() {
        return noClasses().should(haveAnEmptyName());
    }

    ArchRule every_package_says_where_null_may_be() {
        return classes().should(new ArchCondition<>("lie in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " lies in an unmarked package"));
            }
        });
    }

    ArchRule controllers_catch_nothing() {
        return noClasses().that().haveSimpleNameEndingWith("Controller").should(Signs.catchSomething());
    }

    ArchRule nothing_static_changes() {
        return fields().that().areStatic().should().beFinal();
    }

    ArchRule a_class_writes_rows_or_sends_commands() {
        return noClasses()
                .that(DescribedPredicate.describe("send commands", this::knowsTheCommandPort))
                .and()
                .resideInAnyPackage(command(), query())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..");
    }

    private boolean knowsTheCommandPort(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> to.getTargetClass().getName().equals(root + ".command.CommandPort"));
    }

    private boolean decidesOrEvolves(JavaClass type) {
        return type.getPackageName().startsWith(root + ".command")
                && type.getMethods().stream()
                        .anyMatch(
                                m -> m.getName().equals("decide") || m.getName().equals("evolve"));
    }

    /** A class that stands in for a framework's type of such a name can't choose. */
    private ArchCondition<JavaClass> haveAnEmptyName() {
        return new ArchCondition<>("have a name that says nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var ending : EMPTY_NAMES) {
                    var foreign = DescribedPredicate.not(resideInAnyPackage(root + ".."))
                            .and(simpleNameEndingWith(ending));
                    var empty = type.getSimpleName().endsWith(ending)
                            && type.getAllRawSuperclasses().stream().noneMatch(foreign)
                            && type.getAllRawInterfaces().stream().noneMatch(foreign);
                    if (empty) {
                        events.add(SimpleConditionEvent.satisfied(type, type.getName() + " says nothing"));
                    }
                }
            }
        };
    }

    private String events() {
        return root + ".events..";
    }

    private String values() {
        return root + ".values..";
    }

    private String command() {
        return root + ".command..";
    }

    private String query() {
        return root + ".query..";
    }

    private String launcher() {
        return root + ".launcher..";
    }
}
