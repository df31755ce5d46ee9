package org.matterledger.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ConfidentialText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the views keep as JSON in their rows. Nobody outside reads it, and a rebuild writes it anew. */
@Component
public final class StoredJson {

    private final JsonMapper json = JsonMapper.builder().build();

    public String write(Object value) {
        return json.writeValueAsString(value);
    }

    /** The JSON of what may be absent. */
    public @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    public <T> T read(String stored, Class<T> type) {
        return json.readValue(stored, type);
    }

    public <T> List<T> list(String stored, Class<T> type) {
        return json.readerForListOf(type).readValue(stored);
    }

    /** An object whose members have names of their own. */
    public JsonNode tree(String stored) {
        return json.readTree(stored);
    }

    /** Sealed text; nothing where the row has none. */
    public @Nullable ConfidentialText sealed(@Nullable String stored) {
        return stored == null ? null : read(stored, ConfidentialText.class);
    }
}
