package org.matterledger.launcher.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Entries.Entry;
import org.matterledger.query.Names;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.values.Correction;

/** Says in a sentence what an entry told, and what is said to have been wrong with it. */
final class EntryWords {

    private final Names names;
    private final Times times;

    EntryWords(Names names) {
        this.names = names;
        this.times = new Times(names.zone());
    }

    /** {@code Jan Kowalski wrote by mail, Fri 20 Mar 2026, 16:00}. */
    String what(Entry entry) {
        var firm = entry.staff() == null ? "The firm" : names.of(entry.staff());
        var by = entry.channel() == null ? "" : " by " + Words.of(entry.channel());
        var said = switch (entry.event()) {
            case "message.received" -> names.of(entry.person()) + " wrote" + by;
            case "message.sent" -> firm + " wrote" + by;
            case "call.held" -> "Client and firm spoke" + by;
            case "update.sent" -> firm + " sent an update" + by;
            case "reply.sent" -> firm + " answered" + by;
            case "holding-reply.sent" -> firm + " told the client" + by + " when the answer comes";
            case "delay-notice.sent" -> firm + " told the client" + by + " that a date will not be met";
            case "task.requested" -> names.of(entry.person()) + " set a task";
            case "task.reopened" -> names.of(entry.person()) + " set a task again";
            case "task.description-sent" -> firm + " wrote down a task as understood" + by;
            case "task.description-confirmed" -> names.of(entry.person()) + " confirmed a task as written down";
            case "task.accepted" -> firm + " accepted a task";
            case "task.declined" -> firm + " declined a task";
            case "task.delivered" -> firm + " delivered a task" + by;
            case "complaint.recorded" -> names.of(entry.person()) + " complained" + by;
            case "complaint.acknowledged" -> firm + " told the client" + by + " that a complaint has arrived";
            default -> "An entry was made";
        };
        return said + ", " + times.moment(entry.occurredAt());
    }

    /** What is to become of an entry: {@code It never happened, or not here}. */
    String change(@Nullable Correction correction, @Nullable String movedTo) {
        if (movedTo != null) {
            return "It belongs to another matter";
        }
        if (correction == null) {
            return "It never happened, or not here";
        }
        List<String> parts = new ArrayList<>();
        if (correction.occurredAt() != null) {
            parts.add("on " + times.moment(correction.occurredAt()));
        }
        if (correction.channel() != null) {
            parts.add("by " + Words.of(correction.channel()));
        }
        if (correction.nature() != null) {
            parts.add("and was " + Words.of(correction.nature()));
        }
        if (correction.thread() != null) {
            parts.add("in another topic");
        }
        return "It really happened " + String.join(", ", parts);
    }
}
