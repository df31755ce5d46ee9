package org.matterledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingWritesTest {

    private static final String ARM = "insert armed";
    private static final String END = "update ended";
    private static final String NOTE = "insert verdict";

    private final PendingWrites writes = new PendingWrites();
    private int number;

    private void write(@Nullable Object row, String sql) {
        writes.add(row, sql, new Object[] {number++});
    }

    private List<String> written() {
        var written = new ArrayList<String>();
        writes.forEach((sql, values) ->
                written.add(sql + " " + values.stream().map(value -> value[0]).toList()));
        return written;
    }

    @Test
    void go_with_others_of_their_kind_where_they_are_about_other_rows() {
        for (var update = 0; update < 3; update++) {
            write("old-" + update, END);
            write("position-" + update + "-1", NOTE);
            write("new-" + update, ARM);
            write("position-" + update + "-2", NOTE);
        }
        assertThat(written()).containsExactly(END + " [0, 4, 8]", NOTE + " [1, 3, 5, 7, 9, 11]", ARM + " [2, 6, 10]");
    }

    @Test
    void stay_behind_what_was_written_about_the_same_row_before() {
        write("duty", ARM);
        write("duty", END);
        write("duty", ARM);
        write("other", ARM);
        assertThat(written()).containsExactly(ARM + " [0]", END + " [1]", ARM + " [2, 3]");
    }

    @Test
    void keep_their_place_among_all_where_they_name_no_row() {
        write("duty", ARM);
        write(null, END);
        write(null, END);
        write(null, NOTE);
        write("other", ARM);
        assertThat(written()).containsExactly(ARM + " [0]", END + " [1, 2]", NOTE + " [3]", ARM + " [4]");
    }

    /** Whatever is written in whatever order, each row sees its writes in their order, and none is lost. */
    @Test
    void never_change_the_order_in_which_a_row_is_written() {
        var dice = new Random(20261129);
        for (var round = 0; round < 500; round++) {
            var pending = new PendingWrites();
            var expected = new HashMap<Integer, List<Integer>>();
            for (var i = 0; i < 40; i++) {
                var row = dice.nextInt(6);
                pending.add(row, "statement " + dice.nextInt(4), new Object[] {row, i});
                expected.computeIfAbsent(row, any -> new ArrayList<>()).add(i);
            }
            Map<Integer, List<Integer>> seen = new HashMap<>();
            pending.forEach((sql, values) ->
                    values.forEach(value -> seen.computeIfAbsent((Integer) value[0], any -> new ArrayList<>())
                            .add((Integer) value[1])));
            assertThat(seen).isEqualTo(expected);
        }
    }
}
