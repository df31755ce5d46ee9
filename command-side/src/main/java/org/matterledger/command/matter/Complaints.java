package org.matterledger.command.matter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * @param recorded the sequence of the event that recorded it
     * @param acknowledgement the sequence of what told the client that it arrived; absent before
     */
    record Complaint(
            ComplaintId id, long recorded, @Nullable Long acknowledgement) {

        boolean acknowledged() {
            return acknowledgement != null;
        }
    }

    Optional<Complaint> find(ComplaintId id) {
        return all.stream().filter(complaint -> complaint.id().equals(id)).findFirst();
    }

    /** The complaint that an event recorded. */
    Optional<Complaint> recordedBy(long sequence) {
        return all.stream()
                .filter(complaint -> complaint.recorded() == sequence)
                .findFirst();
    }

    Complaints evolve(MatterEvent event, long sequence) {
        return switch (event) {
            case ComplaintRecorded recorded -> with(new Complaint(recorded.complaintId(), sequence, null));
            case ComplaintAcknowledged heard -> acknowledged(heard.complaintId(), sequence);
            case DeliveryFailed failed -> notArrived(failed.about().sequence());
            case EntryWithdrawn withdrawn ->
                without(withdrawn.about().sequence())
                        .notArrived(withdrawn.about().sequence());
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
                .map(known -> Objects.equals(known.acknowledgement(), message)
                        ? new Complaint(known.id(), known.recorded(), null)
                        : known)
                .toList());
    }

    private Complaints acknowledged(ComplaintId id, long message) {
        return new Complaints(all.stream()
                .map(known -> known.id().equals(id) ? new Complaint(id, known.recorded(), message) : known)
                .toList());
    }

    private Complaints without(long recorded) {
        return new Complaints(
                all.stream().filter(known -> known.recorded() != recorded).toList());
    }

    private Complaints with(Complaint recorded) {
        return new Complaints(Stream.concat(all.stream(), Stream.of(recorded)).toList());
    }
}
