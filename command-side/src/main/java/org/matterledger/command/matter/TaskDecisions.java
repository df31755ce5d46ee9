package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.MATTER_IS_OPEN;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ACCEPTED_TASK_IS_DELIVERED;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ACCEPTED_TASK_WAITS;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ASKED_TASK_IS_ANSWERED;
import static org.matterledger.command.matter.MatterRule.ONLY_AN_ENDED_TASK_IS_REOPENED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;
import static org.matterledger.command.matter.MatterRule.RESPONSIBLE_ACCEPTS_TASKS;
import static org.matterledger.command.matter.MatterRule.TASK_DATE_IS_AHEAD_AND_OPEN;
import static org.matterledger.command.matter.MatterRule.TASK_STANDS_IN_WRITING;
import static org.matterledger.command.matter.MatterRule.TASK_WAS_SET;

import java.time.Instant;
import java.util.Optional;
import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.TaskCommand.AcceptTask;
import org.matterledger.command.matter.TaskCommand.ConfirmTaskDescription;
import org.matterledger.command.matter.TaskCommand.DeclineTask;
import org.matterledger.command.matter.TaskCommand.DeliverTask;
import org.matterledger.command.matter.TaskCommand.MarkTaskWaiting;
import org.matterledger.command.matter.TaskCommand.ReopenTask;
import org.matterledger.command.matter.TaskCommand.RequestTask;
import org.matterledger.command.matter.TaskCommand.ResumeTask;
import org.matterledger.command.matter.TaskCommand.SendTaskDescription;
import org.matterledger.command.matter.Tasks.Stage;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDeclined;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskDescriptionConfirmed;
import org.matterledger.events.TaskEvent.TaskDescriptionSent;
import org.matterledger.events.TaskEvent.TaskReopened;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.events.TaskEvent.TaskResumed;
import org.matterledger.events.TaskEvent.TaskWaiting;
import org.matterledger.values.StaffId;
import org.matterledger.values.TaskId;
import org.matterledger.values.WorkCalendar;

/** How a client's wish becomes a task that the firm has taken on, and is delivered. */
final class TaskDecisions {

    private TaskDecisions() {}

    static Outcome decide(MatterState state, TaskCommand command, Facts facts, LedgerTime now) {
        var stage = state.tasks().find(command.taskId()).map(Tasks.Task::stage);
        return switch (command) {
            case RequestTask request -> request(state, request, stage, facts, now);
            case ReopenTask again -> reopen(again, stage, now);
            case SendTaskDescription description -> describe(state, description, stage, facts, now);
            case ConfirmTaskDescription confirmation -> confirm(confirmation, stage, now);
            case AcceptTask acceptance -> accept(state, acceptance, stage, facts, now);
            case DeclineTask refusal -> decline(state, refusal, stage, facts, now);
            case DeliverTask delivery -> deliver(state, delivery, stage, facts, now);
            case MarkTaskWaiting waiting -> await(state, waiting, now);
            case ResumeTask resumption -> resume(state, resumption, now);
        };
    }

    private static Outcome request(
            MatterState state, RequestTask command, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isPresent()) {
            return nothingNew(command.taskId().value());
        }
        if (ContactFacts.tooEarly(command.occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        return entry(
                command.taskId().value(),
                new TaskRequested(
                        command.matterId(),
                        command.taskId(),
                        command.form(),
                        command.requestedBy(),
                        command.request(),
                        command.description(),
                        !calendar(state, facts, command.occurredAt()).isOpen(command.occurredAt()),
                        command.source(),
                        command.occurredAt()));
    }

    private static Outcome reopen(ReopenTask command, Optional<Stage> stage, LedgerTime now) {
        if (stage.isEmpty()) {
            return refusedBy(TASK_WAS_SET);
        }
        if (stage.get() != Stage.DECLINED && stage.get() != Stage.DELIVERED) {
            return refusedBy(ONLY_AN_ENDED_TASK_IS_REOPENED);
        }
        return ContactFacts.tooEarly(command.occurredAt(), now)
                ? refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED)
                : entry(
                        command.taskId().value(),
                        new TaskReopened(
                                command.matterId(),
                                command.taskId(),
                                command.form(),
                                command.requestedBy(),
                                command.request(),
                                command.source(),
                                command.occurredAt()));
    }

    private static Outcome describe(
            MatterState state, SendTaskDescription command, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isEmpty()) {
            return refusedBy(TASK_WAS_SET);
        }
        if (stage.get() != Stage.SAID && stage.get() != Stage.DESCRIBED) {
            return refusedBy(ONLY_AN_ASKED_TASK_IS_ANSWERED);
        }
        var writing = new Writing(state, facts, command.channel(), command.to(), command.by(), now);
        return writing.forbidden()
                .map(Outcome::refusedBy)
                .orElseGet(() -> entry(
                        command.taskId().value(),
                        new TaskDescriptionSent(
                                command.matterId(),
                                command.taskId(),
                                command.channel(),
                                writing.agreement(),
                                writing.recipients(),
                                command.by(),
                                command.description(),
                                command.digest(),
                                now.instant())));
    }

    private static Outcome confirm(ConfirmTaskDescription command, Optional<Stage> stage, LedgerTime now) {
        if (stage.isEmpty()) {
            return refusedBy(TASK_WAS_SET);
        }
        if (ContactFacts.tooEarly(command.occurredAt(), now)) {
            return refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED);
        }
        return stage.get() != Stage.DESCRIBED
                ? nothingNew(command.taskId().value())
                : entry(
                        command.taskId().value(),
                        new TaskDescriptionConfirmed(
                                command.matterId(),
                                command.taskId(),
                                command.confirmedBy(),
                                command.confirmation(),
                                command.source(),
                                command.occurredAt()));
    }

    private static Outcome accept(
            MatterState state, AcceptTask command, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isPresent() && stage.get() == Stage.ACCEPTED) {
            return nothingNew(command.taskId().value());
        }
        var answerable = answerable(state, command.by(), stage, facts, now);
        if (answerable.isPresent()) {
            return answerable.get();
        }
        var calendar = calendar(state, facts, now.instant());
        if (!calendar.isOpen(command.dueOn())
                || !calendar.closeOf(command.dueOn()).isAfter(now.instant())) {
            return refusedBy(TASK_DATE_IS_AHEAD_AND_OPEN);
        }
        return entry(
                command.taskId().value(),
                new TaskAccepted(
                        command.matterId(),
                        command.taskId(),
                        command.by(),
                        command.dueOn(),
                        calendar.closeOf(command.dueOn()),
                        now.instant()));
    }

    private static Outcome decline(
            MatterState state, DeclineTask command, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isPresent() && stage.get() == Stage.DECLINED) {
            return nothingNew(command.taskId().value());
        }
        return answerable(state, command.by(), stage, facts, now)
                .orElseGet(() -> entry(
                        command.taskId().value(),
                        new TaskDeclined(
                                command.matterId(), command.taskId(), command.by(), command.reason(), now.instant())));
    }

    private static Outcome deliver(
            MatterState state, DeliverTask command, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isEmpty()) {
            return refusedBy(TASK_WAS_SET);
        }
        if (stage.get() == Stage.DELIVERED) {
            return nothingNew(command.taskId().value());
        }
        if (stage.get() != Stage.ACCEPTED) {
            return refusedBy(ONLY_AN_ACCEPTED_TASK_IS_DELIVERED);
        }
        var writing = new Writing(state, facts, command.channel(), command.to(), command.by(), now);
        return writing.forbidden()
                .map(Outcome::refusedBy)
                .orElseGet(() -> entry(
                        command.taskId().value(),
                        new TaskDelivered(
                                command.matterId(),
                                command.taskId(),
                                command.channel(),
                                writing.agreement(),
                                writing.recipients(),
                                command.by(),
                                command.digest(),
                                now.instant())));
    }

    private static Outcome await(MatterState state, MarkTaskWaiting command, LedgerTime now) {
        return accepted(state, command.taskId())
                .map(task -> task.waitsFor() == command.on()
                        ? nothingNew(command.taskId().value())
                        : entry(
                                command.taskId().value(),
                                new TaskWaiting(
                                        command.matterId(),
                                        command.taskId(),
                                        command.on(),
                                        command.by(),
                                        command.reason(),
                                        now.instant())))
                .orElseGet(() -> refusedBy(ONLY_AN_ACCEPTED_TASK_WAITS));
    }

    private static Outcome resume(MatterState state, ResumeTask command, LedgerTime now) {
        return accepted(state, command.taskId())
                .map(task -> task.waitsFor() == null
                        ? nothingNew(command.taskId().value())
                        : entry(
                                command.taskId().value(),
                                new TaskResumed(command.matterId(), command.taskId(), command.by(), now.instant())))
                .orElseGet(() -> refusedBy(ONLY_AN_ACCEPTED_TASK_WAITS));
    }

    private static Optional<Tasks.Task> accepted(MatterState state, TaskId task) {
        return state.closed()
                ? Optional.empty()
                : state.tasks().find(task).filter(known -> known.stage() == Stage.ACCEPTED);
    }

    /** What stands against an answer to a task: its stage, or who answers. */
    private static Optional<Outcome> answerable(
            MatterState state, StaffId by, Optional<Stage> stage, Facts facts, LedgerTime now) {
        if (stage.isEmpty()) {
            return Optional.of(refusedBy(TASK_WAS_SET));
        }
        if (state.closed()) {
            return Optional.of(refusedBy(MATTER_IS_OPEN));
        }
        if (!facts.actsFor(state, by, now.instant())) {
            return Optional.of(refusedBy(RESPONSIBLE_ACCEPTS_TASKS));
        }
        return switch (stage.get()) {
            case SAID, DESCRIBED -> Optional.of(refusedBy(TASK_STANDS_IN_WRITING));
            case ASKED -> Optional.empty();
            case ACCEPTED, DECLINED, DELIVERED -> Optional.of(refusedBy(ONLY_AN_ASKED_TASK_IS_ANSWERED));
        };
    }

    private static WorkCalendar calendar(MatterState state, Facts facts, Instant at) {
        var terms = state.terms().at(at);
        return facts.version(terms.calendar(), terms.calendarVersion()).calendar();
    }
}
