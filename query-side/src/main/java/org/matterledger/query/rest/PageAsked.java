package org.matterledger.query.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Which page of a list a reader asks for. */
public interface PageAsked {

    /** How many rows the page may have, 1 to 200. Views read one more, to see whether there is a next page. */
    int limit();

    /** The key of the row after which the page begins, as the view itself gave it; empty for the first page. */
    Optional<List<String>> after();

    /** The same where the key is a single number; −1 for the first page. */
    default long afterNumber() {
        return after().map(key -> Long.parseLong(key.getFirst())).orElse(-1L);
    }

    /**
     * The page, and the cursor of the next one where there are more rows than asked for.
     *
     * @param rows up to one more than {@link #limit()}
     * @param key what the next page begins after
     */
    <T> Page<T> page(List<T> rows, Function<T, List<String>> key);

    /** The page as an answer to a program, with a link to the next one. */
    <T> ResponseEntity<Page<T>> answer(List<T> rows, Function<T, List<String>> key);
}
