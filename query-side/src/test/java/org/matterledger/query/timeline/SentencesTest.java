package org.matterledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matterledger.events.EventTypes;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent;
import org.matterledger.query.Names;
import org.matterledger.query.timeline.TimelineEntry.Mark;
import tools.jackson.databind.json.JsonMapper;

/** Every event of a matter, told in plain words. */
class SentencesTest {

    private static final Path CONTRACTS = Path.of("..", "shared-events", "src", "test", "resources", "contracts");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2026-02-10T13:20:00Z");

    private final Sentences sentences = new Sentences(
            Names.of(ZoneId.of("Europe/Kyiv"), Map.of("person-91f2c0aa-3b64-4f5b-8f63-7f0e5d2a1b34", "Marta")));

    static Stream<Class<? extends LedgerEvent>> events() {
        return EventTypes.all().classes().stream().filter(MatterEvent.class::isAssignableFrom);
    }

    private static TimelineEntry entry(String event, Details details, List<Mark> marks) {
        return new TimelineEntry(event, null, AT, AT, "ledger", "live", 1, 1, null, null, null, marks, details);
    }

    private static TimelineEntry entry(Class<? extends LedgerEvent> event) throws IOException {
        var type = EventTypes.of(event);
        var contract = Files.readString(CONTRACTS.resolve(type.name() + ".v" + type.revision() + ".json"));
        var details = Tellings.of((MatterEvent) JSON.readValue(contract, event)).details();
        var stored = JSON.readValue(JSON.writeValueAsString(details), Details.class);
        assertThat(stored).as("what is stored is read again").isEqualTo(details);
        return entry(type.name(), stored, List.of());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_a_sentence_and_no_name_of_ours(Class<? extends LedgerEvent> event) throws IOException {
        var entry = entry(event);
        assertThat(sentences.what(entry))
                .matches("([A-Z]|staff-).{10,}")
                .doesNotContain(entry.event(), "null", "_", "obligation", "Optional", "PT");
        assertThat(sentences.remarks(entry)).noneMatch(remark -> remark.contains("null") || remark.contains("_"));
    }

    @Test
    void a_late_fulfilment_says_both_lengths() throws IOException {
        var entry = entry(org.matterledger.events.ObligationEvent.ObligationFulfilled.class);
        assertThat(sentences.what(entry))
                .startsWith("Done: the answer to the client, ")
                .endsWith("late");
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatever_became_of_an_entry_is_a_mark_in_words(Class<? extends LedgerEvent> event) {
        var name = EventTypes.of(event).name();
        if (name.startsWith("entry.")) {
            var marked = entry("message.received", new Telling().details(), List.of(new Mark(name, AT, 9)));
            assertThat(sentences.marks(marked))
                    .singleElement()
                    .asString()
                    .doesNotContain("entry.")
                    .endsWith("15:20");
        }
    }
}
