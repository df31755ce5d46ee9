package org.matterledger.launcher.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Rule;

/** {@code docs/rules.md}: every rule that can refuse a command, and the tests that show it. */
class RulesDocumentTest {

    private static final String HEAD = """
            # Rules

            Made from the rule enums and the tests that name them; don't edit. A refusal is a problem document whose `type` is
            `urn:matterledger:rule:` and the rule's name. Ids are those of the catalogue.
            """;

    private static final Pattern PLACE =
            Pattern.compile("(?:^|\\s)class (\\w+)|\\bvoid (\\w+)\\(|\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\b");

    @Test
    void docs_rules_md_lists_every_rule_with_its_tests() throws IOException {
        var text = new StringBuilder(HEAD);
        var tests = tests();
        byFeature().forEach((feature, rules) -> {
            text.append("\n## ").append(feature).append('\n');
            rules.forEach(rule -> text.append(section(rule, tests.getOrDefault(rule.name(), new TreeSet<>()))));
        });
        GeneratedDocument.compare("docs/rules.md", text.toString());
    }

    @Test
    void every_rule_is_named_by_a_test() throws IOException {
        assertThat(tests().keySet())
                .as("a rule that no test names is nobody's promise")
                .containsAll(rules().map(Rule::name).toList());
    }

    @Test
    void a_rules_name_is_unique_since_problem_types_are_made_of_it() {
        assertThat(rules().map(Rule::name).toList()).doesNotHaveDuplicates();
    }

    @Test
    void a_rule_is_one_sentence_and_its_ids_are_the_catalogues() {
        assertThat(rules().toList()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.text()).matches("[A-Z][^.]*[^.\\s]\\.");
            assertThat(rule.sources())
                    .allMatch(id -> id.matches("R00[0-4]-\\d\\d|(semantics|rules) \\d\\.\\d no \\d+"));
        });
    }

    private static String section(Rule rule, Iterable<String> tests) {
        var ids = rule.sources().isEmpty() ? "" : " (" + String.join(", ", rule.sources()) + ")";
        var named = new StringBuilder();
        tests.forEach(test -> named.append("- ").append(test).append('\n'));
        return "\n### %s%n%n%s%s%n%n%s".formatted(rule.name(), rule.text(), ids, named);
    }

    private static Map<String, List<Rule>> byFeature() {
        return rules().collect(groupingBy(RulesDocumentTest::feature, TreeMap::new, toList()));
    }

    private static String feature(Rule rule) {
        return ((Enum<?>) rule).getDeclaringClass().getPackageName().replace("org.matterledger.", "");
    }

    private static Stream<Rule> rules() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.matterledger")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()).map(Rule.class::cast));
    }

    /** Names of constants that stand in test methods, with the methods as sentences. */
    private static Map<String, TreeSet<String>> tests() throws IOException {
        var found = new TreeMap<String, TreeSet<String>>();
        for (var file : GeneratedDocument.sources("src/test/java")) {
            var name = file.getFileName().toString();
            if (name.endsWith("Test.java")) {
                collect(Files.readString(file), found);
            }
        }
        return found;
    }

    private static void collect(String source, Map<String, TreeSet<String>> found) {
        var classes = new ArrayList<String>();
        var method = "";
        var matcher = PLACE.matcher(source.replaceAll("(?m)^import .*$", ""));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                classes.add(matcher.group(1));
                method = "";
            } else if (matcher.group(2) != null) {
                method = matcher.group(2).replace('_', ' ');
            } else if (!method.isEmpty()) {
                var place = classes.size() == 1
                        ? classes.getFirst()
                        : classes.getFirst() + " on " + words(classes.getLast());
                found.computeIfAbsent(matcher.group(3), ignored -> new TreeSet<>())
                        .add(place + ", " + method);
            }
        }
    }

    private static String words(String name) {
        return Stream.of(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(joining(" "));
    }
}
