package org.matterledger.command.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matterledger.events.ComplaintEvent;
import org.matterledger.events.ComplaintEvent.ComplaintAcknowledged;
import org.matterledger.events.ComplaintEvent.ComplaintRecorded;
import org.matterledger.events.MatterEvent;
import org.matterledger.values.ComplaintId;

/** What the client complained of in a matter, and whether it was told that the complaint arrived. */
record Complaints(List<Complaint> all) {

    static final Complaints NONE = new Complaints(List.of());

    Complaints {
        all = List.copyOf(all);
    }

    record Complaint(ComplaintId id, boolean acknowledged) {}

    Optional<Complaint> find(ComplaintId id) {
        return all.stream().filter(complaint -> complaint.id().equals(id)).findFirst();
    }

    Complaints evolve(MatterEvent event) {
        return event instanceof ComplaintEvent complaint
                ? with(
                        switch (complaint) {
                            case ComplaintRecorded recorded -> new Complaint(recorded.complaintId(), false);
                            case ComplaintAcknowledged acknowledged -> new Complaint(acknowledged.complaintId(), true);
                        })
                : this;
    }

    private Complaints with(Complaint changed) {
        var complaints = new ArrayList<>(all);
        complaints.removeIf(complaint -> complaint.id().equals(changed.id()));
        complaints.add(changed);
        return new Complaints(complaints);
    }
}
