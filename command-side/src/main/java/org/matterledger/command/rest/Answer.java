package org.matterledger.command.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.matterledger.command.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the ledger says once a request is durable. */
@Schema(description = "What was recorded, and where a reader finds it.")
public record Answer(
        @Schema(description = "Id of what was recorded.", example = "matter-6f1f0a5c2b8e4d2f9a7c3e1b5d8f0a2c")
        String id,

        @Schema(description = "Sequence of the stream's last event; the ETag.", example = "4")
        long version,

        @Schema(description = "The ledger's position that a reader must have reached to see it.", example = "1201")
        long position) {

    private static final String POSITION = "Ledger-Position";
    private static final String REPLAYED = "Idempotency-Replayed";

    /**
     * 201 for what was recorded, 200 for what was known already; a repeated request is answered as the first was.
     *
     * @param at the path under which the thing is found, up to its id
     */
    public static ResponseEntity<Answer> to(Receipt receipt, String at) {
        var id = receipt.entry() == null ? receipt.subject() : receipt.entry();
        return found(receipt, id, at + id);
    }

    /** The same for a fact about a thing that stands under a path of its own. */
    public static ResponseEntity<Answer> about(Receipt receipt, String id, String at) {
        return found(receipt, id, at + id);
    }

    private static ResponseEntity<Answer> found(Receipt receipt, String id, String location) {
        var answer = ResponseEntity.status(receipt.recorded() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(location))
                .eTag("\"" + receipt.version() + "\"")
                .header(POSITION, Long.toString(receipt.position()));
        if (receipt.repeated()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(new Answer(id, receipt.version(), receipt.position()));
    }
}
