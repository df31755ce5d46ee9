package org.matterledger.command.matter;

import static org.matterledger.command.Outcome.entry;
import static org.matterledger.command.Outcome.nothingNew;
import static org.matterledger.command.Outcome.refusedBy;
import static org.matterledger.command.matter.MatterRule.COMPLAINT_WAS_RECORDED;
import static org.matterledger.command.matter.MatterRule.ONLY_WHAT_HAPPENED_IS_REPORTED;

import org.matterledger.command.LedgerTime;
import org.matterledger.command.Outcome;
import org.matterledger.command.matter.ComplaintCommand.AcknowledgeComplaint;
import org.matterledger.command.matter.ComplaintCommand.RecordComplaint;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;

/** A complaint is always taken in; the client is told that it arrived. */
final class ComplaintDecisions {

    private ComplaintDecisions() {}

    /** Nobody refuses a complaint for lack of form (semantics 4.5). */
    static Outcome decide(MatterState state, RecordComplaint command, LedgerTime now) {
        if (state.complaints().find(command.complaintId()).isPresent()) {
            return nothingNew(command.complaintId().value());
        }
        return ContactFacts.tooEarly(command.occurredAt(), now)
                ? refusedBy(ONLY_WHAT_HAPPENED_IS_REPORTED)
                : entry(
                        command.complaintId().value(),
                        new ComplaintRecorded(
                                command.matterId(),
                                command.complaintId(),
                                command.by(),
                                command.channel(),
                                command.words(),
                                command.entry(),
                                command.source(),
                                command.occurredAt()));
    }

    static Outcome decide(MatterState state, AcknowledgeComplaint command, Facts facts, LedgerTime now) {
        var known = state.complaints().find(command.complaintId());
        if (known.isEmpty()) {
            return refusedBy(COMPLAINT_WAS_RECORDED);
        }
        if (known.get().acknowledged()) {
            return nothingNew(command.complaintId().value());
        }
        var writing = new Writing(state, facts, command.channel(), command.to(), command.by(), now);
        return writing.forbidden()
                .map(Outcome::refusedBy)
                .orElseGet(() -> entry(
                        command.complaintId().value(),
                        new ComplaintAcknowledged(
                                command.matterId(),
                                command.complaintId(),
                                command.channel(),
                                writing.agreement(),
                                writing.recipients(),
                                command.by(),
                                command.digest(),
                                now.instant())));
    }
}
