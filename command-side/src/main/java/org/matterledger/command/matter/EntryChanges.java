package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.matterledger.command.matter.Happening.AnswerWaived;
import org.matterledger.command.matter.Happening.ClientWrote;
import org.matterledger.command.matter.Happening.Complained;
import org.matterledger.command.matter.Happening.ComplaintHeard;
import org.matterledger.command.matter.Happening.FirmWrote;
import org.matterledger.command.matter.Happening.TaskAsked;
import org.matterledger.command.matter.Happening.TaskDone;
import org.matterledger.command.matter.Happening.TaskDropped;
import org.matterledger.command.matter.Happening.TaskTaken;
import org.matterledger.events.EntryEvent;
import org.matterledger.events.EntryEvent.EntryCorrected;
import org.matterledger.values.MessageNature;

/**
 * What an event about an entry makes of the happenings: a corrected entry reads as corrected, a withdrawn or moved one not
 * at all, and what did not arrive discharged nothing.
 */
final class EntryChanges {

    private EntryChanges() {}

    /** The happenings after one more event, in the order of the world. */
    static List<Happening> after(List<Happening> known, EntryEvent event, long sequence, Channels channels) {
        var about = event.about().sequence();
        return switch (event) {
            case EntryEvent.DeliveryFailed ignored ->
                changed(
                        known.stream()
                                .filter(old -> old.sequence() != about
                                        || !(old instanceof TaskDone || old instanceof ComplaintHeard))
                                .toList(),
                        about,
                        old -> old instanceof FirmWrote wrote ? wrote.withFailure() : old);
            case EntryEvent.LateEntryAdopted ignored ->
                changed(known, about, old -> old instanceof FirmWrote wrote ? wrote.withAdoption() : old);
            case EntryCorrected corrected -> changed(known, about, old -> corrected(old, corrected, channels));
            case EntryEvent.EntryWithdrawn ignored -> without(known, about);
            case EntryEvent.EntryMoved ignored -> without(known, about);
            case EntryEvent.AnswerWaived waived
            when waived.neverNeeded() != null ->
                changed(known, about, old -> old instanceof ClientWrote wrote ? wrote.neverNeedingAnswer() : old);
            case EntryEvent.AnswerWaived waived -> {
                var longer = new ArrayList<>(known);
                longer.add(new AnswerWaived(sequence, waived.occurredAt(), about));
                longer.sort(Happening.ORDER);
                yield longer;
            }
            case EntryEvent.CorrectionRequested ignored -> known;
            case EntryEvent.CorrectionDeclined ignored -> known;
        };
    }

    private static List<Happening> changed(List<Happening> known, long sequence, UnaryOperator<Happening> change) {
        return known.stream()
                .map(old -> old.sequence() == sequence ? change.apply(old) : old)
                .sorted(Happening.ORDER)
                .toList();
    }

    private static List<Happening> without(List<Happening> known, long sequence) {
        return known.stream().filter(old -> old.sequence() != sequence).toList();
    }

    /** Without all that became of a task or complaint; what the client was told of it stays contact. */
    static List<Happening> withoutSubject(List<Happening> known, String subject) {
        return known.stream()
                .filter(old -> !switch (old) {
                    case TaskAsked asked -> asked.task().equals(subject);
                    case TaskTaken taken -> taken.task().equals(subject);
                    case TaskDropped dropped -> dropped.task().equals(subject);
                    case TaskDone done -> done.task().equals(subject);
                    case Complained complained -> complained.complaint().equals(subject);
                    case ComplaintHeard heard -> heard.complaint().equals(subject);
                    default -> false;
                })
                .toList();
    }

    /**
     * Where the time or the channel was wrong, the agreements of the true ones hold; in what was recorded before the ledger
     * judged that, those hold under which it was first recorded (decision 33).
     */
    private static Happening corrected(Happening old, EntryCorrected event, Channels channels) {
        var correction = event.correction();
        var at = correction.occurredAt() == null ? old.at() : correction.occurredAt();
        var judged = event.judgedAnew() && (correction.occurredAt() != null || correction.channel() != null);
        return switch (old) {
            case ClientWrote wrote ->
                new ClientWrote(
                        wrote.sequence(),
                        at,
                        correction.thread() == null ? wrote.thread() : correction.thread(),
                        correction.channel() == null ? wrote.channel() : correction.channel(),
                        correction.nature() == null
                                ? wrote.contact()
                                : correction.nature().asks(),
                        judged ? channels.expectedAnswer(event.agreement()) : wrote.within(),
                        wrote.needless());
            case FirmWrote wrote -> {
                var channel = correction.channel() == null ? wrote.channel() : correction.channel();
                var nature = correction.nature();
                yield new FirmWrote(
                        wrote.sequence(),
                        at,
                        correction.thread() == null ? wrote.thread() : correction.thread(),
                        wrote.inReplyTo(),
                        wrote.inThread() || correction.thread() != null,
                        channel,
                        judged
                                ? wrote.spoken() || channels.inForce(channel, at)
                                : correction.channel() == null ? wrote.agreed() : channels.inForce(channel, at),
                        wrote.spoken(),
                        nature == null ? wrote.substantive() : nature.contact(),
                        wrote.client(),
                        wrote.informs(),
                        nature == null ? wrote.holding() : nature == MessageNature.HOLDING_REPLY,
                        wrote.promisedFor(),
                        wrote.promisedTime(),
                        wrote.nextContactBy(),
                        wrote.about(),
                        wrote.adopted(),
                        wrote.failed());
            }
            case TaskAsked asked -> new TaskAsked(asked.sequence(), at, asked.task(), asked.instance());
            case Complained complained -> new Complained(complained.sequence(), at, complained.complaint());
            case TaskDone done when event.judgedAnew() -> new TaskDone(done.sequence(), at, done.task());
            case ComplaintHeard heard
            when event.judgedAnew() -> new ComplaintHeard(heard.sequence(), at, heard.complaint());
            default -> old;
        };
    }
}
