package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.matterledger.values.ChannelId;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ExpectedAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private final JsonMapper json = EventJson.mapper();

    record Note(String text, @Nullable String remark, List<String> marks, int count, Instant occurredAt) {}

    record Remembered(Map<ChannelId, ChannelTerms> channels, List<Duration> spans) {}

    private static final String NOTE = """
            {"text":"a","marks":["b"],"count":1,"occurredAt":"2026-02-10T13:20:00Z"}""";

    @Test
    void writes_fields_in_the_order_of_the_record_and_nothing_for_what_is_absent() {
        var note = new Note("a", null, List.of("b"), 1, Instant.parse("2026-02-10T13:20:00Z"));
        assertThat(json.writeValueAsString(note)).isEqualTo(NOTE);
        assertThat(json.readValue(NOTE, Note.class)).isEqualTo(note);
    }

    @Test
    void keeps_instants_to_the_nanosecond() {
        var note = new Note("a", null, List.of(), 1, Instant.parse("2026-02-10T13:20:00.123456789Z"));
        assertThat(json.readValue(json.writeValueAsString(note), Note.class)).isEqualTo(note);
    }

    @Test
    void skips_a_field_that_a_newer_version_added() {
        assertThat(json.readValue(NOTE.replace("{", "{\"colour\":{\"red\":1},"), Note.class)
                        .text())
                .isEqualTo("a");
    }

    @Test
    void refuses_a_missing_field_that_is_not_optional() {
        assertThatThrownBy(() -> json.readValue(NOTE.replace("\"text\":\"a\",", ""), Note.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("text");
        assertThatThrownBy(() -> json.readValue(NOTE.replace("\"count\":1,", ""), Note.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("count");
    }

    @Test
    void refuses_a_null_that_is_not_optional_in_a_field_or_a_list() {
        assertThatThrownBy(() -> json.readValue(NOTE.replace("\"a\"", "null"), Note.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.readValue(NOTE.replace("\"b\"", "null"), Note.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void takes_a_null_for_what_is_optional() {
        assertThat(json.readValue(NOTE.replace("{", "{\"remark\":null,"), Note.class)
                        .remark())
                .isNull();
    }

    @Test
    void reads_ids_as_keys_of_a_remembered_state() {
        var terms = new ChannelTerms(
                ChannelKind.TELEGRAM, false, Set.of(), null, ChannelKind.MAIL, ExpectedAnswer.WHEN_CONVENIENT);
        var state = new Remembered(Map.of(ChannelId.random(), terms), List.of(Duration.ofHours(2)));
        assertThat(json.readValue(json.writeValueAsString(state), Remembered.class))
                .isEqualTo(state);
    }

    @Test
    void refuses_trailing_rubbish() {
        assertThatThrownBy(() -> json.readValue(NOTE + "{}", Note.class)).isInstanceOf(JacksonException.class);
    }
}
