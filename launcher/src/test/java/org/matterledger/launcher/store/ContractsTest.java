package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.events.EventType;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerEvent;
import org.matterledger.launcher.documents.GeneratedDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The store's memory: a contract file for every form of an event that was ever stored, read by this version. One form
 * may have several files, each with what an optional field of a value holds ({@code name.v1-with-exceptions.json}).
 */
class ContractsTest {

    private static final Path FOLDER = GeneratedDocument.root().resolve("shared-events/src/test/resources/contracts");
    private static final Path SUMS = FOLDER.resolve("SHA256SUMS");
    private static final Pattern NAME = Pattern.compile("(.+)\\.v(\\d+)(-[a-z-]+)?\\.json");

    private static final JsonMapper JSON = EventJson.mapper();
    private static final EventTypes TYPES = EventTypes.all();
    private static final EventCodec CODEC = new EventCodec(JSON, TYPES, upcasters());

    /** One form of one event as it was stored. */
    record Contract(Path file, String name, int revision) {

        static Contract of(Path file) {
            var parts = NAME.matcher(file.getFileName().toString());
            assertThat(parts.matches()).as("the name of %s", file).isTrue();
            return new Contract(file, parts.group(1), Integer.parseInt(parts.group(2)));
        }

        boolean isCurrent() {
            return TYPES.classOf(name)
                    .map(EventTypes::of)
                    .map(EventType::revision)
                    .filter(current -> current == revision)
                    .isPresent();
        }

        String text() throws IOException {
            return Files.readString(file);
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void what_was_stored_can_still_be_read(Contract contract) throws IOException {
        var event = CODEC.decode(contract.name(), contract.revision(), contract.text());
        assertThat(event.occurredAt()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_form_that_an_event_ever_had_has_a_contract(Class<? extends LedgerEvent> event) {
        var type = EventTypes.of(event);
        for (var revision = 1; revision <= type.revision(); revision++) {
            assertThat(FOLDER.resolve("%s.v%d.json".formatted(type.name(), revision)))
                    .exists();
        }
    }

    @ParameterizedTest
    @MethodSource("currentContracts")
    void what_is_read_is_written_back_the_same(Contract contract) throws IOException {
        var read = CODEC.decode(contract.name(), contract.revision(), contract.text());
        assertThat(JSON.readTree(CODEC.payloadOf(read))).isEqualTo(JSON.readTree(contract.text()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_contract_shows_every_field_of_its_event(Class<? extends LedgerEvent> event) throws IOException {
        var shown = JSON.readTree(current(event).text()).propertyNames();
        var fields = Arrays.stream(event.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(shown).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_read_without_any_of_its_optional_fields(Class<? extends LedgerEvent> event) throws IOException {
        var contract = current(event);
        var bare = (ObjectNode) JSON.readTree(contract.text());
        Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(component -> bare.remove(component.getName()));
        var read = CODEC.decode(contract.name(), contract.revision(), bare.toString());
        assertThat(JSON.readTree(CODEC.payloadOf(read))).isEqualTo(bare);
    }

    @Test
    void no_contract_is_removed_and_none_of_an_older_revision_is_changed() throws IOException {
        var kept = new TreeMap<String, String>();
        for (var line : Files.readAllLines(SUMS)) {
            kept.put(line.split("  ")[1], line.split("  ")[0]);
        }
        var found = new TreeMap<String, String>();
        for (var contract : contracts().toList()) {
            found.put(contract.toString(), sum(contract));
        }
        if (GeneratedDocument.regenerating()) {
            found.forEach((name, sum) -> remember(kept, name, sum));
            Files.write(
                    SUMS,
                    kept.entrySet().stream()
                            .map(e -> e.getValue() + "  " + e.getKey())
                            .toList());
        }
        assertThat(found)
                .as(
                        "contracts are kept for ever; a new one, or a new field in a current one, is remembered by the build"
                                + " with -Dregenerate.docs=true")
                .isEqualTo(kept);
    }

    /** A contract that is no longer current has the form that it had. */
    private static void remember(Map<String, String> kept, String name, String sum) {
        var contract = Contract.of(FOLDER.resolve(name));
        if (contract.isCurrent()) {
            kept.put(name, sum);
        } else {
            kept.putIfAbsent(name, sum);
        }
    }

    static Stream<Contract> contracts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(SUMS)).sorted().map(Contract::of).toList().stream();
        }
    }

    static Stream<Contract> currentContracts() throws IOException {
        return contracts().filter(Contract::isCurrent);
    }

    static Stream<Class<? extends LedgerEvent>> events() {
        return EventTypes.all().classes().stream();
    }

    private static Contract current(Class<? extends LedgerEvent> event) {
        var type = EventTypes.of(event);
        return Contract.of(FOLDER.resolve("%s.v%d.json".formatted(type.name(), type.revision())));
    }

    private static String sum(Contract contract) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(contract.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every upcaster of the product; one that is no bean of its own would be missing at the start too. */
    private static List<EventUpcaster> upcasters() {
        var found = new ArrayList<EventUpcaster>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.matterledger")
                        .stream()
                        .filter(type -> !type.isInterface() && type.isAssignableTo(EventUpcaster.class))
                        .forEach(type -> found.add(made(type.reflect())));
        return found;
    }

    private static EventUpcaster made(Class<?> upcaster) {
        try {
            var constructor = upcaster.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (EventUpcaster) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(upcaster + " is made without arguments", e);
        }
    }
}
