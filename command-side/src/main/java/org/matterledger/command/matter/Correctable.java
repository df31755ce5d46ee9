package org.matterledger.command.matter;

import static org.matterledger.command.matter.MatterRule.ENTRY_IS_OF_THIS_MATTER;
import static org.matterledger.command.matter.MatterRule.ENTRY_MOVES_TO_ANOTHER_MATTER;
import static org.matterledger.command.matter.MatterRule.LATER_STEPS_ARE_WITHDRAWN_FIRST;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_WAS_SAID_MOVES;
import static org.matterledger.command.matter.MatterRule.ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED;

import java.util.Optional;
import org.matterledger.command.Rule;
import org.matterledger.command.matter.Tasks.Stage;
import org.matterledger.command.matter.Tasks.Task;
import org.matterledger.events.ContactEvent;
import org.matterledger.events.EntryEvent.CorrectionRequested;
import org.matterledger.values.Correction;

/**
 * What can be put right in a matter's record, and how. What was said is corrected, withdrawn or moved. Of what the client
 * asked, a task or a complaint, the time is corrected, or it is withdrawn with all that became of it. The firm's own answer
 * to a task has the ledger's time, and is withdrawn.
 */
final class Correctable {

    private final MatterState state;
    private final Facts facts;

    Correctable(MatterState state, Facts facts) {
        this.state = state;
        this.facts = facts;
    }

    /** What stands against a correction, asked for or agreed. */
    Optional<Rule> broken(CorrectionRequested asked) {
        var entry = asked.about();
        if (!entry.matter().equals(asked.matterId())) {
            return Optional.of(ENTRY_IS_OF_THIS_MATTER);
        }
        if (asked.matterId().equals(asked.to())) {
            return Optional.of(ENTRY_MOVES_TO_ANOTHER_MATTER);
        }
        var sequence = entry.sequence();
        var task = state.tasks().broughtBy(sequence);
        var asks = state.subject(sequence).isPresent()
                || task.isPresent() && (is(task.get(), sequence, Stage.ASKED) || is(task.get(), sequence, Stage.SAID));
        var answers = task.isPresent()
                && (is(task.get(), sequence, Stage.ACCEPTED) || is(task.get(), sequence, Stage.DECLINED));
        if (!asks && !answers) {
            return EntryDecisions.of(state, entry, facts) ? ofWhatWasSaid(asked) : Optional.of(ENTRY_IS_OF_THIS_MATTER);
        }
        if (asked.to() != null) {
            return Optional.of(ONLY_WHAT_WAS_SAID_MOVES);
        }
        if (asked.correction() != null) {
            return asks && ofTimeAlone(asked.correction())
                    ? Optional.empty()
                    : Optional.of(ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED);
        }
        return task.isEmpty() || task.get().requested() == sequence || isLast(task.get(), sequence)
                ? Optional.empty()
                : Optional.of(LATER_STEPS_ARE_WITHDRAWN_FIRST);
    }

    private Optional<Rule> ofWhatWasSaid(CorrectionRequested asked) {
        return asked.to() != null
                        && !(facts.wholeMatter().get((int) asked.about().sequence()) instanceof ContactEvent)
                ? Optional.of(ONLY_WHAT_WAS_SAID_MOVES)
                : Optional.empty();
    }

    private static boolean is(Task task, long sequence, Stage stage) {
        return task.steps().stream().anyMatch(step -> step.sequence() == sequence && step.stage() == stage);
    }

    private static boolean isLast(Task task, long sequence) {
        return task.steps().getLast().sequence() == sequence;
    }

    private static boolean ofTimeAlone(Correction correction) {
        return correction.thread() == null && correction.channel() == null && correction.nature() == null;
    }
}
