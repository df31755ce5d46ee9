package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
import org.matterledger.events.EntryEvent.DeliveryFailed;
import org.matterledger.events.EntryEvent.EntryWithdrawn;
import org.matterledger.events.MatterEvent;
import org.matterledger.events.MatterEvent.MatterClosed;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.MatterEvent.ResponsibleReplaced;
import org.matterledger.events.ObligationEvent;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.events.TaskEvent;
import org.matterledger.events.TermsEvent;
import org.matterledger.events.ThreadEvent;
import org.matterledger.values.ComplaintId;

/** What the client complained of in a matter, and whether it was told that the complaint arrived. */
record Complaints(List<Complaint> all) {

    static final Complaints NONE = new Complaints(List.of());

    Complaints {
        all = List.copyOf(all);
    }

    /** @param acknowledgement the sequence of what told the client that it arrived; absent before */
    record Complaint(ComplaintId id, @Nullable Long acknowledgement) {

        boolean acknowledged() {
            return acknowledgement != null;
        }
    }

    Optional<Complaint> find(ComplaintId id) {
        return all.stream().filter(complaint -> complaint.id().equals(id)).findFirst();
    }

    Complaints evolve(MatterEvent event, long sequence) {
        return switch (event) {
            case ComplaintRecorded recorded -> with(new Complaint(recorded.complaintId(), null));
            case ComplaintAcknowledged heard -> with(new Complaint(heard.complaintId(), sequence));
            case DeliveryFailed failed -> notArrived(failed.about().sequence());
            case EntryWithdrawn withdrawn -> notArrived(withdrawn.about().sequence());
            case MatterOpened ignored -> this;
            case ResponsibleReplaced ignored -> this;
            case MatterClosed ignored -> this;
            case ProtocolEvent ignored -> this;
            case TermsEvent ignored -> this;
            case ThreadEvent ignored -> this;
            case TaskEvent ignored -> this;
            case ComplaintEvent ignored -> this;
            case ObligationEvent ignored -> this;
        };
    }

    private Complaints notArrived(long message) {
        return new Complaints(all.stream()
                .map(known ->
                        Objects.equals(known.acknowledgement(), message) ? new Complaint(known.id(), null) : known)
                .toList());
    }

    private Complaints with(Complaint changed) {
        var complaints = new ArrayList<>(all);
        complaints.removeIf(complaint -> complaint.id().equals(changed.id()));
        complaints.add(changed);
        return new Complaints(complaints);
    }
}
