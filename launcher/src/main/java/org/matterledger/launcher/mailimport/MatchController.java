package org.matterledger.launcher.mailimport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.matterledger.launcher.mail.FileMatch;
import org.matterledger.query.rest.Malformed;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does this file match? Says which entries tell of a message whose file somebody holds; the file is not kept. */
@RestController
@Profile("command & query")
@Tag(name = "Mail")
class MatchController {

    private static final int LARGEST = 25 << 20;

    private final JdbcClient database;

    MatchController(JdbcClient database) {
        this.database = database;
    }

    /** An entry that tells of the message. */
    record KnownLetter(
            MatterId matter,
            EntryId entry,

            @Schema(description = "Whether sender, recipients, date, subject and content are those that were recorded.")
            boolean same) {}

    /** What a file says, and what the record says of it. */
    record Match(
            @Schema(description = "The Message-ID, or a digest where it has none.", example = "a1b2@mill.example")
            String identity,

            ContentDigest digest,

            @Schema(description = "Empty where the record knows nothing of it.")
            List<KnownLetter> known) {}

    @Operation(
            summary = "Does this file match?",
            description =
                    "Takes a message as its file (EML) and says which entries tell of it, and whether they tell the"
                            + " same. Nothing is kept or recorded; up to 25 MB.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "message/rfc822",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(path = "/mail/matches", consumes = "message/rfc822", produces = "application/json")
    ResponseEntity<Match> match(HttpServletRequest request) throws IOException {
        var eml = request.getInputStream().readNBytes(LARGEST + 1);
        if (eml.length > LARGEST) {
            throw new Malformed(Map.of("body", "is larger than 25 MB"));
        }
        var file = FileMatch.of(eml).orElseThrow(() -> new Malformed(Map.of("body", "is no message")));
        var known = database.sql("""
                        select matter_id, entry_id, details ->> 'digest' = :digest as same from query.timeline
                         where (details ->> 'digest' = :digest)
                            or (details -> 'source' ->> 'id' = :identity)
                         order by position""")
                .param("digest", file.digest().value())
                .param("identity", file.identity())
                .query((row, number) -> new KnownLetter(
                        new MatterId(row.getString("matter_id")),
                        new EntryId(row.getString("entry_id")),
                        row.getBoolean("same")))
                .list();
        return ResponseEntity.ok(new Match(file.identity(), file.digest(), known));
    }
}
