package org.matterledger.launcher.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.launcher.documents.GeneratedDocument;

/** Each law holds in the product, and fires on the class that was planted to break it. */
class HouseTest {

    private static final String PRODUCT = "org.matterledger";
    private static final String PLANTED = HouseTest.class.getPackageName() + ".planted";

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages(PRODUCT);
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    /** The laws by name, each with the class planted to break it. */
    private static final Map<String, Planted> LAWS = new TreeMap<>(Map.ofEntries(
            law(
                    "shared_events_know_only_java_and_jacksons_annotations",
                    "EventThatKnowsSpring",
                    House::shared_events_know_only_java_and_jacksons_annotations),
            law("values_know_no_events", "ValueThatKnowsEvents", House::values_know_no_events),
            law(
                    "the_command_side_knows_neither_views_nor_launcher",
                    "CommandSideThatKnowsTheQuerySide",
                    House::the_command_side_knows_neither_views_nor_launcher),
            law(
                    "the_query_side_knows_neither_commands_nor_launcher",
                    "ViewThatKnowsAnother",
                    House::the_query_side_knows_neither_commands_nor_launcher),
            law(
                    "the_query_side_reads_no_table_of_the_command_side_but_registers",
                    "ViewThatReadsAWorkList",
                    House::the_query_side_reads_no_table_of_the_command_side_but_registers),
            law(
                    "the_command_side_reads_no_table_of_the_query_side",
                    "DecisionThatReadsAView",
                    House::the_command_side_reads_no_table_of_the_query_side),
            law(
                    "features_of_the_command_side_meet_only_in_events",
                    "FeatureThatKnowsAnother",
                    House::features_of_the_command_side_meet_only_in_events),
            law(
                    "what_all_features_speak_knows_none_of_them",
                    "KernelThatKnowsAFeature",
                    House::what_all_features_speak_knows_none_of_them),
            law("views_stand_apart", "ViewThatKnowsAnother", House::views_stand_apart),
            law("a_feature_is_one_flat_package", "FeatureThatIsNotFlat", House::a_feature_is_one_flat_package),
            law("a_view_is_one_flat_package", "ViewThatIsNotFlat", House::a_view_is_one_flat_package),
            law(
                    "a_feature_shows_the_launcher_one_port_at_most",
                    "FeatureThatIsPublic",
                    House::a_feature_shows_the_launcher_one_port_at_most),
            law("nothing_of_a_view_is_public", "ViewThatIsPublic", House::nothing_of_a_view_is_public),
            law(
                    "an_event_is_a_record_with_a_name_of_ours",
                    "EventWithoutAName",
                    House::an_event_is_a_record_with_a_name_of_ours),
            law("nobody_asks_a_clock_but_the_clock_port", "OwnClock", House::nobody_asks_a_clock_but_the_clock_port),
            law("there_is_one_way_of_logging", "OwnLogging", House::there_is_one_way_of_logging),
            law(
                    "only_the_command_line_speaks_to_the_console",
                    "TalksToTheConsole",
                    House::only_the_command_line_speaks_to_the_console),
            law("decisions_and_states_are_pure", "ImpureState", House::decisions_and_states_are_pure),
            law("a_decision_is_a_function", "ImpureDecision", House::a_decision_is_a_function),
            law("names_say_something", "HelpfulHelper", House::names_say_something),
            law("every_package_says_where_null_may_be", "OwnClock", House::every_package_says_where_null_may_be),
            law("controllers_catch_nothing", "CatchingController", House::controllers_catch_nothing),
            law("nothing_static_changes", "StatefulStatics", House::nothing_static_changes),
            law(
                    "a_class_writes_rows_or_sends_commands",
                    "WriterAndSender",
                    House::a_class_writes_rows_or_sends_commands)));

    /** A law, and what breaks it. */
    record Planted(Function<House, ArchRule> law, String violation) {}

    @ParameterizedTest
    @MethodSource("laws")
    void the_product_keeps_the_law(Planted planted) {
        var found =
                planted.law().apply(new House(PRODUCT)).allowEmptyShould(true).evaluate(PRODUCT_CLASSES);
        assertThat(found.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void the_law_fires_on_a_planted_violation(Planted planted) {
        var found = planted.law().apply(new House(PLANTED)).evaluate(PLANTED_CLASSES);
        assertThat(found.getFailureReport().toString()).contains(planted.violation());
    }

    @Test
    void every_law_of_the_house_is_tried() {
        assertThat(Arrays.stream(House.class.getDeclaredMethods())
                        .filter(method -> method.getReturnType() == ArchRule.class)
                        .map(method -> method.getName()))
                .containsExactlyInAnyOrderElementsOf(LAWS.keySet());
    }

    @Test
    void decisions_and_states_log_and_read_nothing() {
        var found = new House(PLANTED).decisions_and_states_are_pure().evaluate(PLANTED_CLASSES);
        assertThat(found.getFailureReport().toString()).contains("slf4j", "StreamReader", "java.nio.file");
    }

    @Test
    void a_clock_is_found_in_each_of_its_forms() {
        var found = new House(PLANTED).nobody_asks_a_clock_but_the_clock_port().evaluate(PLANTED_CLASSES);
        assertThat(found.getFailureReport().toString())
                .contains("Instant.now", "LocalDate.now", "Clock.systemUTC", "System.currentTimeMillis");
    }

    /** Bytecode can't tell a default from none, so the sources are read. */
    @Test
    void evolving_considers_every_event_without_a_default() throws IOException {
        for (var file : GeneratedDocument.sources("src/main/java")) {
            assertThat(evolvesByDefault(Files.readString(file)))
                    .as("a default in %s", file)
                    .isFalse();
        }
        assertThat(evolvesByDefault("S evolve(E event) { return switch (event) { default -> this; }; }"))
                .isTrue();
        assertThat(evolvesByDefault(Files.readString(statePath()))).isFalse();
    }

    static Stream<Arguments> laws() {
        return LAWS.entrySet().stream().map(law -> argumentSet(law.getKey(), law.getValue()));
    }

    private static Path statePath() {
        return GeneratedDocument.root()
                .resolve("command-side/src/main/java/org/matterledger/command/matter/MatterState.java");
    }

    private static boolean evolvesByDefault(String source) {
        return source.contains(" evolve(") && source.matches("(?s).*\\bdefault\\s*(->|:).*");
    }

    private static Map.Entry<String, Planted> law(String name, String violation, Function<House, ArchRule> law) {
        return Map.entry(name, new Planted(law, violation));
    }
}
