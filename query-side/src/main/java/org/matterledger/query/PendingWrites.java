package org.matterledger.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events is to write, in an order that needs few statements: writes with the same statement go together, as
 * long as what is written about one row keeps its order. Writes that don't say about which row they are keep their place
 * among all others.
 */
final class PendingWrites {

    private final List<Layer> layers = new ArrayList<>();

    /** Statements that may go one after the other, each with all its values. */
    private static final class Layer {
        private final Map<String, List<Object[]>> valuesByStatement = new LinkedHashMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Object, Integer> lastByRow = new HashMap<>();
        private final boolean ofRows;

        Layer(boolean ofRows) {
            this.ofRows = ofRows;
        }

        /** Whether the statement may stand here: not before another that wrote about its row. */
        boolean takes(@Nullable Object row, String sql) {
            if (row == null || !ofRows) {
                return row == null && !ofRows && places.containsKey(sql);
            }
            var last = lastByRow.get(row);
            return last == null || last <= places.getOrDefault(sql, places.size());
        }

        void add(@Nullable Object row, String sql, Object[] values) {
            var place = places.computeIfAbsent(sql, statement -> places.size());
            valuesByStatement
                    .computeIfAbsent(sql, statement -> new ArrayList<>())
                    .add(values);
            if (row != null) {
                lastByRow.put(row, place);
            }
        }
    }

    /** @param row what names the row in its table; null for a write that keeps its place among all */
    void add(@Nullable Object row, String sql, @Nullable Object[] values) {
        if (layers.isEmpty() || !layers.getLast().takes(row, sql)) {
            layers.add(new Layer(row != null));
        }
        layers.getLast().add(row, sql, values);
    }

    /** Hands over each statement with the values of all its writes, in an order that may be written. */
    void forEach(BiConsumer<String, List<Object[]>> statement) {
        layers.forEach(layer -> layer.valuesByStatement.forEach(statement));
    }
}
