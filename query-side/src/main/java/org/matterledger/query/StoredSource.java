package org.matterledger.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.Source;

/** What another system calls a thing, as the views keep it: in the columns {@code source_system} and {@code source_id}. */
public final class StoredSource {

    private StoredSource() {}

    /** The source in a row; nothing where it has none. */
    public static @Nullable Source of(ResultSet row) throws SQLException {
        var system = row.getString("source_system");
        return system == null ? null : new Source(system, row.getString("source_id"));
    }

    public static @Nullable String system(@Nullable Source source) {
        return source == null ? null : source.system();
    }

    public static @Nullable String id(@Nullable Source source) {
        return source == null ? null : source.id();
    }
}
