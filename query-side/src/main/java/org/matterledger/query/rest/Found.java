package org.matterledger.query.rest;

import org.springframework.http.ResponseEntity;

/** Answers that show one stream as it is. */
public final class Found {

    private Found() {}

    /** @param version the stream's last sequence: what {@code If-Match} takes */
    public static <T> ResponseEntity<T> at(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }
}
