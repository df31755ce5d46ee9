package org.matterledger.command.rest;

import java.util.function.BiFunction;
import org.matterledger.command.Caller;
import org.springframework.http.ResponseEntity;

/**
 * Many requests of one kind in one body, each with its own key or source. Each is answered as if it had come alone, in
 * order; one that fails doesn't stop the rest.
 *
 * @param <T> the body of a single request
 */
public interface Batch<T> {

    /** Sends each well-formed item and answers all of them. */
    ResponseEntity<BatchAnswer> each(BiFunction<Caller, T, ResponseEntity<Answer>> send);
}
