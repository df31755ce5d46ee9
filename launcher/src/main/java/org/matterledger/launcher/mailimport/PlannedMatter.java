package org.matterledger.launcher.mailimport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.MatterId;

/** A matter as the letters show it, and what it will be told, in the order of time. */
final class PlannedMatter {

    private final @Nullable MatterId known;
    private final PlannedClient client;
    private final String key;
    private final String title;
    private final List<Told> letters = new ArrayList<>();

    /** @param known the matter that the ledger has; absent where the import opens its own */
    PlannedMatter(@Nullable MatterId known, PlannedClient client, String key, String title) {
        this.known = known;
        this.client = client;
        this.key = key;
        this.title = title;
    }

    @Nullable
    MatterId known() {
        return known;
    }

    PlannedClient client() {
        return client;
    }

    /** What makes it the same matter of its client in every import. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    List<Told> letters() {
        return letters;
    }

    void tell(Told told) {
        letters.add(told);
    }
}
