package org.matterledger.command.matter;

import static org.matterledger.values.StaffRole.FEE_EARNER;
import static org.matterledger.values.StaffRole.PARTNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.TaskCommand.AcceptTask;
import org.matterledger.command.matter.TaskCommand.ConfirmTaskDescription;
import org.matterledger.command.matter.TaskCommand.DeclineTask;
import org.matterledger.command.matter.TaskCommand.DeliverTask;
import org.matterledger.command.matter.TaskCommand.MarkTaskWaiting;
import org.matterledger.command.matter.TaskCommand.ReopenTask;
import org.matterledger.command.matter.TaskCommand.RequestTask;
import org.matterledger.command.matter.TaskCommand.ResumeTask;
import org.matterledger.command.matter.TaskCommand.SendTaskDescription;
import org.matterledger.command.rest.Answer;
import org.matterledger.command.rest.Reported;
import org.matterledger.command.rest.ReportedSource;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.TaskWait;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in a client's tasks from the wish to the delivery. */
@RestController("writeTasks")
@Tag(name = "Tasks")
class TaskController {

    private static final String TASK = "/matters/{matter}/tasks/{task}";

    private final CommandPort commands;
    private final Confidential confidential;

    TaskController(CommandPort commands, Confidential confidential) {
        this.commands = commands;
        this.confidential = confidential;
    }

    record NewTask(
            @Schema(description = "WRITTEN, or ORAL: by telephone, in a meeting, by voice message.")
            TaskForm form,

            @Schema(description = "Who wants it.") @Nullable PersonId person,

            @Schema(description = "The entry in which it was said.") @Nullable
            EntryId entry,

            @Schema(
                    description = "What is wanted, in a sentence.",
                    example = "Draft the supply contract.",
                    minLength = 1,
                    maxLength = 2000)
            String description,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {}

    record Reopening(
            @Schema(description = "WRITTEN, or ORAL: by telephone, in a meeting, by voice message.")
            TaskForm form,

            @Schema(description = "Who wants it.") @Nullable PersonId person,

            @Schema(description = "The entry in which it was said.") @Nullable
            EntryId entry,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {}

    record Description(
            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(
                    description = "What the firm understood.",
                    example = "We draft the supply contract by the end of March.",
                    minLength = 1,
                    maxLength = 2000)
            String description,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest) {}

    record Confirmation(
            @Schema(description = "Who confirmed for the client.")
            PersonId person,

            @Schema(description = "The entry in which it was confirmed.") @Nullable
            EntryId entry,

            @Schema(description = "When it happened; at most five minutes ahead of the ledger's clock.") @Reported
            Instant occurredAt,

            @Nullable ReportedSource source) {}

    record Acceptance(
            @Schema(description = "The open day agreed for delivery.", example = "2026-03-20")
            LocalDate dueOn) {}

    record Refusal(
            @Schema(
                    description = "Why, in a sentence.",
                    example = "The mail was filed in the wrong matter.",
                    minLength = 1,
                    maxLength = 1000)
            String reason) {}

    record WaitingTask(
            @Schema(description = "Upon whom: COURT, AUTHORITY, EXPERT or THIRD_PARTY.")
            TaskWait on,

            @Schema(
                    description = "What is waited for, in a sentence.",
                    example = "The hearing is not scheduled yet.",
                    minLength = 1,
                    maxLength = 1000)
            @Nullable
            String reason) {}

    record ResumedTask() {}

    record Delivery(
            ChannelKind channel,

            @ArraySchema(arraySchema = @Schema(description = "To whom it goes."), minItems = 1, maxItems = 20)
            List<PersonId> to,

            @Schema(description = "SHA-256 of the content, which itself is never stored.") @Nullable
            ContentDigest digest) {}

    @Operation(summary = "Report that the client wants something done", description = "A fact.")
    @PostMapping(path = "/matters/{matter}/tasks", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> request(Caller caller, @PathVariable MatterId matter, @RequestBody NewTask body) {
        var source = ReportedSource.of(body.source());
        var task = new TaskId(caller.integrationOr(FEE_EARNER, PARTNER).derivedId("task"));
        var command = new RequestTask(
                matter,
                task,
                body.form(),
                body.person(),
                body.entry(),
                confidential.seal(matter.value(), body.description()),
                source,
                body.occurredAt());
        return Answer.to(
                commands.send(caller, command, Caller.reference(matter.value() + "/tasks", source)), path(matter));
    }

    @Operation(
            summary = "Report that the client wants a task done again, or after all",
            description = "A fact. What was declined or delivered is to be answered once more; it stays as it ended.")
    @PostMapping(path = TASK + "/reopenings", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> reopen(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Reopening body) {
        var source = ReportedSource.of(body.source());
        var command = new ReopenTask(matter, task, body.form(), body.person(), body.entry(), source, body.occurredAt());
        var scope = matter.value() + "/tasks/" + task.value() + "/reopenings";
        return Answer.to(
                commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command, Caller.reference(scope, source)),
                path(matter));
    }

    @Operation(summary = "Send the description of a task", description = "An act; for the client to confirm.")
    @PostMapping(path = TASK + "/description", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> describe(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Description body) {
        return sent(
                caller,
                new SendTaskDescription(
                        matter,
                        task,
                        body.channel(),
                        body.to(),
                        caller.staffMember(),
                        confidential.seal(matter.value(), body.description()),
                        body.digest()));
    }

    @Operation(summary = "Report that the client confirmed the description", description = "A fact.")
    @PostMapping(path = TASK + "/confirmation", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> confirm(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Confirmation body) {
        return sent(
                caller,
                new ConfirmTaskDescription(
                        matter,
                        task,
                        body.person(),
                        body.entry(),
                        ReportedSource.of(body.source()),
                        body.occurredAt()));
    }

    @Operation(
            summary = "Accept a task",
            description = "An act of the responsible, or who acts for an absent one. The task's clock starts here.")
    @PostMapping(path = TASK + "/acceptance", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> accept(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Acceptance body) {
        return sent(caller, new AcceptTask(matter, task, caller.staffMember(), body.dueOn()));
    }

    @Operation(summary = "Decline a task", description = "An act of the responsible, or who acts for an absent one.")
    @PostMapping(path = TASK + "/refusal", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> decline(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Refusal body) {
        var reason = confidential.seal(matter.value(), body.reason());
        return sent(caller, new DeclineTask(matter, task, caller.staffMember(), reason));
    }

    @Operation(
            summary = "Say that an accepted task waits for a court, an authority, an expert or a third party",
            description = "An act. It explains a date and pauses no clock: the client is kept informed all the same.")
    @PostMapping(path = TASK + "/waiting", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> await(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody WaitingTask body) {
        var reason = confidential.sealPresent(matter.value(), body.reason());
        return sent(caller, new MarkTaskWaiting(matter, task, body.on(), caller.staffMember(), reason));
    }

    @Operation(summary = "Say that a task waits no more", description = "An act.")
    @PostMapping(path = TASK + "/resumption", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> resume(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody ResumedTask body) {
        return sent(caller, new ResumeTask(matter, task, caller.staffMember()));
    }

    @Operation(summary = "Deliver a task", description = "An act: the result goes to the client.")
    @PostMapping(path = TASK + "/delivery", consumes = "application/json", produces = "application/json")
    ResponseEntity<Answer> deliver(
            Caller caller, @PathVariable MatterId matter, @PathVariable TaskId task, @RequestBody Delivery body) {
        return sent(
                caller, new DeliverTask(matter, task, body.channel(), body.to(), caller.staffMember(), body.digest()));
    }

    private ResponseEntity<Answer> sent(Caller caller, TaskCommand command) {
        return Answer.to(commands.send(caller.integrationOr(FEE_EARNER, PARTNER), command), path(command.matterId()));
    }

    private static String path(MatterId matter) {
        return "/matters/" + matter + "/tasks/";
    }
}
