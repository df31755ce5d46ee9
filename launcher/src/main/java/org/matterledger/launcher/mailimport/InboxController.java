package org.matterledger.launcher.mailimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Batch;
import org.matterledger.command.rest.BatchAnswer;
import org.matterledger.launcher.mail.Address;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of letters that tell no matter, or several: shown, assigned by hand, singly or in bulk, and dismissed. */
@RestController
@Profile("command")
@Tag(name = "Mail")
class InboxController {

    private static final String ERASED = "[erased]";

    private final Inbox inbox;
    private final LetterAssignment assignment;

    InboxController(Inbox inbox, LetterAssignment assignment) {
        this.inbox = inbox;
        this.assignment = assignment;
    }

    /** A letter that waits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InboxLetter(
            @Schema(description = "What is handed to POST /inbox/assignments.", example = "letter-6f1f0a5c")
            String letter,

            @Schema(description = "Why it tells no matter: SENDER_UNKNOWN, RECIPIENT_UNKNOWN, or" + " SEVERAL_MATTERS.")
            String reason,

            @Schema(description = "Whether the firm wrote it.")
            boolean byFirm,

            @Nullable String from,
            List<String> to,
            String subject,
            Instant writtenAt,
            Instant arrivedAt,

            @Schema(description = "Where to find it.", example = "mailbox.mbox at byte 1024") @Nullable
            String place,

            @JsonIgnore long number) {

        /** What the next page begins after. */
        List<String> key() {
            return List.of(Long.toString(number));
        }

        static InboxLetter of(Inbox.Row row) {
            var letter = row.letter();
            return letter == null
                    ? new InboxLetter(
                            row.id(),
                            row.reason(),
                            false,
                            null,
                            List.of(),
                            ERASED,
                            row.arrivedAt(),
                            row.arrivedAt(),
                            null,
                            row.number())
                    : new InboxLetter(
                            row.id(),
                            row.reason(),
                            letter.byFirm(),
                            letter.from() == null ? null : letter.from().address(),
                            letter.to().stream().map(Address::address).toList(),
                            letter.subject(),
                            letter.at(),
                            row.arrivedAt(),
                            letter.mailbox() + ": " + letter.place(),
                            row.number());
        }
    }

    record Assignment(
            @Schema(description = "The letter, as the inbox calls it.", minLength = 1, maxLength = 100)
            String letter,

            @Schema(description = "The matter that it tells something of; another one may follow.")
            MatterId matter) {}

    record Dismissal(
            @Schema(description = "The letter, as the inbox calls it.", minLength = 1, maxLength = 100)
            String letter,

            @Schema(description = "Whether it concerns no matter; false lets a dismissed one wait again.")
            boolean dismissed) {}

    /** What became of a letter. */
    record Dismissed(String letter, Inbox.State state) {}

    @Operation(
            summary = "Letters that tell no matter, or several",
            description = "In the order in which they came, until each is assigned or dismissed.")
    @GetMapping(path = "/inbox", produces = "application/json")
    ResponseEntity<Page<InboxLetter>> inbox(Reader reader, PageAsked asked) {
        var rows = inbox.waiting(asked.afterNumber(), asked.limit() + 1);
        return asked.answer(rows.stream().map(InboxLetter::of).toList(), InboxLetter::key);
    }

    @Operation(
            summary = "Say which matter a letter belongs to",
            description = "The matter is told of it as by an import, and whoever wrote it speaks for the client.")
    @PostMapping(path = "/inbox/assignments", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> assign(Caller caller, @RequestBody Assignment body) {
        var receipt = assignment.assign(allowed(caller), body.letter(), body.matter());
        return Answer.to(receipt, "/matters/" + body.matter() + "/timeline/");
    }

    @Operation(summary = "Say of many letters which matter they belong to")
    @PostMapping(path = "/inbox/assignments/batch", consumes = "application/json", produces = "application/json")
    ResponseEntity<BatchAnswer> assignAll(Batch<Assignment> batch) {
        return batch.each(this::assign);
    }

    @Operation(summary = "Say that a letter concerns no matter, or that it does after all")
    @PostMapping(path = "/inbox/dismissals", consumes = "application/json", produces = "application/json")
    ResponseEntity<Dismissed> dismiss(Caller caller, @RequestBody Dismissal body) {
        assignment.dismiss(allowed(caller), body.letter(), body.dismissed());
        return ResponseEntity.ok(
                new Dismissed(body.letter(), body.dismissed() ? Inbox.State.DISMISSED : Inbox.State.WAITING));
    }

    private static Caller allowed(Caller caller) {
        return caller.integrationOr(StaffRole.FEE_EARNER, StaffRole.PARTNER);
    }
}
