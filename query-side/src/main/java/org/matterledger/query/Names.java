package org.matterledger.query;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelKind;

/**
 * What a matter's page calls things.
 *
 * @param zone in which the firm keeps its word in this matter
 * @param people names by id of person or staff member
 * @param channels of the matter, by id
 */
public record Names(
        String title, String client, ZoneId zone, Map<String, String> people, Map<String, ChannelKind> channels) {

    /** A channel by what it is. */
    public String channel(@Nullable String id) {
        return Words.of(id == null ? null : channels.get(id));
    }

    /** The same with more names by id. */
    public Names knowing(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(people);
        all.putAll(more);
        return new Names(title, client, zone, all, channels);
    }

    /** What a page calls things whose names are gathered already: of no single matter. */
    public static Names of(ZoneId zone, Map<String, String> people) {
        return new Names("", "", zone, people, Map.of());
    }

    /** A person's name; the id where the views don't know it yet. */
    public String of(@Nullable String id) {
        return id == null ? "Somebody unknown" : people.getOrDefault(id, id);
    }
}
