package org.matterledger.launcher.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * How much a member may hold, as its description says it.
 *
 * @param length characters of a text, or of each text in a list; −1 where the member isn't described
 * @param items of a list, or members of a map
 */
record Limits(int length, int fewest, int items) {

    private static final int ITEMS = 50;

    /** The limits of lists within lists. */
    static final Limits INNER = new Limits(-1, 0, ITEMS);

    static Limits of(RecordComponent component) {
        var list = component.getAccessor().getAnnotation(ArraySchema.class);
        if (list == null) {
            var schema = component.getAccessor().getAnnotation(Schema.class);
            return new Limits(length(schema), 0, members(schema));
        }
        var items = list.maxItems() == Integer.MIN_VALUE ? ITEMS : list.maxItems();
        return new Limits(length(list.schema()), Math.max(0, fewest(list)), items);
    }

    private static int fewest(ArraySchema list) {
        return list.minItems() == Integer.MAX_VALUE ? 0 : list.minItems();
    }

    private static int members(@Nullable Schema schema) {
        return schema == null || schema.maxProperties() == 0 ? ITEMS : schema.maxProperties();
    }

    private static int length(@Nullable Schema schema) {
        return schema == null || schema.maxLength() == Integer.MAX_VALUE ? -1 : schema.maxLength();
    }
}
