package org.matterledger.launcher.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerEvent;

/** {@code docs/events.md}: every event that the ledger can hold. */
class EventsDocumentTest {

    private static final String HEAD = """
            # Events

            Made from `shared-events`; don't edit. Every event is stored under its name and revision, with these metadata:
            `notedAt` (when the firm knew), `actor`, `onBehalfOf`, `source`, `origin` (`live` or `import`), `correlationId`,
            `causationId`. `ConfidentialText` is sealed with a person's key and reads as erased once that key is destroyed.
            The form of each event is shown by its contract in `shared-events/src/test/resources/contracts`.
            """;

    @Test
    void docs_events_md_lists_every_event() throws IOException {
        var text = new StringBuilder(HEAD);
        Class<?> vocabulary = null;
        for (var event : EventTypes.all().classes()) {
            if (!event.getDeclaringClass().equals(vocabulary)) {
                vocabulary = event.getDeclaringClass();
                text.append("\n## ").append(vocabulary.getSimpleName()).append("\n\n");
                text.append(javadoc(vocabulary, "public sealed interface " + vocabulary.getSimpleName())
                                .sentence())
                        .append('\n');
            }
            text.append(section(event));
        }
        GeneratedDocument.compare("docs/events.md", text.toString());
    }

    @Test
    void every_event_says_what_happened() throws IOException {
        for (var event : EventTypes.all().classes()) {
            assertThat(comment(event).body()).as("the comment on %s", event).isNotBlank();
        }
    }

    private static String section(Class<? extends LedgerEvent> event) throws IOException {
        var type = EventTypes.of(event);
        var comment = comment(event);
        var lines = Arrays.stream(event.getRecordComponents())
                .map(component -> "| `%s` | `%s` | %s | %s |%n"
                        .formatted(
                                component.getName(),
                                simple(component.getGenericType().getTypeName()),
                                optional(component) ? "optional" : "",
                                comment.param(component.getName())))
                .collect(Collectors.joining());
        var sentence = comment.sentence().isEmpty() ? "" : comment.sentence() + "\n\n";
        return "\n### `%s`, revision %d: %s\n\n%s| field | type | | meaning |\n|---|---|---|---|\n%s"
                .formatted(type.name(), type.revision(), event.getSimpleName(), sentence, lines);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String simple(String type) {
        return type.replaceAll("[a-z]+\\.", "").replaceAll("\\w+\\$", "");
    }

    private static Javadoc comment(Class<?> event) throws IOException {
        return javadoc(
                event.getDeclaringClass(),
                "@EventType(name = \"" + EventTypes.of(event).name() + "\"");
    }

    private static Javadoc javadoc(Class<?> file, String anchor) throws IOException {
        var source = Files.readString(GeneratedDocument.root()
                .resolve("shared-events/src/main/java/" + file.getName().replace('.', '/') + ".java"));
        var place = Pattern.compile(anchor, Pattern.LITERAL).matcher(source);
        return place.find() ? Javadoc.before(source, place.start()) : new Javadoc("", "");
    }
}
