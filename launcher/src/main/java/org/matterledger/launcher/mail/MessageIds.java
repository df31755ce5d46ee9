package org.matterledger.launcher.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which letters are known and refer to each other: without brackets, whoever left them out or broke lines in
 * them.
 */
final class MessageIds {

    private static final Pattern ID = Pattern.compile("<([^<>]+)>");
    private static final Pattern BARE_ID = Pattern.compile("[^\\s<>@\"]{1,250}+@[^\\s<>@\"]{1,250}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_REFERENCES = 100;

    /** As long as a line of mail may be, in bytes (RFC 5322, 2.1.1). */
    private static final int LONGEST = 998;

    private MessageIds() {}

    static @Nullable String own(Header header) {
        var id = header.first("message-id");
        if (id == null) {
            return null;
        }
        var bracketed = ID.matcher(id);
        var bare = SPACE.matcher(bracketed.find() ? bracketed.group(1) : id.replaceAll("[<>]", ""))
                .replaceAll("");
        return bare.isEmpty() ? null : storable(bare);
    }

    /** Of an id that no line of mail could hold, a digest: databases don't keep such, and nothing may depend on it. */
    static String storable(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? id : "long-id:" + Digests.sha256(bytes);
    }

    /** References, then what it answers; each once, where it stands last. */
    static List<String> referredTo(Header header, @Nullable String own) {
        var ids = new LinkedHashSet<String>();
        for (var field : List.of("references", "in-reply-to")) {
            for (var value : header.all(field)) {
                for (var id : ids(value, field)) {
                    ids.remove(id);
                    ids.add(id);
                }
            }
        }
        ids.remove(String.valueOf(own));
        var all = new ArrayList<>(ids);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size()));
    }

    /** Some programs leave the brackets out, others write whole sentences with an id in brackets. */
    private static List<String> ids(String value, String field) {
        var bracketed = ID.matcher(value)
                .results()
                .map(found -> SPACE.matcher(found.group(1)).replaceAll(""))
                .filter(id -> !id.isEmpty())
                .map(MessageIds::storable)
                .toList();
        return bracketed.isEmpty()
                ? BARE_ID.matcher(value).results().map(found -> found.group()).toList()
                : bracketed;
    }
}
