package org.matterledger.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Duty.Basis;

/** Says in a sentence why a duty is owed, until when, and by what that was reckoned. */
public final class WhyOwed {

    private final Names names;
    private final Hours hours;
    private final Times times;
    private final Instant now;

    /** @param hours by which the duty was reckoned */
    public WhyOwed(Names names, Hours hours, Instant now) {
        this.names = names;
        this.hours = hours;
        this.times = new Times(hours.zone());
        this.now = now;
    }

    /** {@code Marta wrote on Tuesday 10:00 by mail and waits for an answer; due today 18:00 (end of working day, …)}. */
    public String sentence(Duty duty) {
        return why(duty) + "; due " + times.said(duty.due(), now) + " (" + reckoned(duty) + ")";
    }

    /** How a due time lies to the present, as one says it. */
    public String distance(Duty duty) {
        return now.isAfter(duty.due())
                ? "overdue by " + Times.span(hours, duty.due(), now)
                : Times.span(hours, now, duty.due()) + " left";
    }

    public String reckoned(Duty duty) {
        return DutyWords.reason(duty.reckoned(), hours);
    }

    public String why(Duty duty) {
        var since = times.when(
                duty.armedBy() == null ? duty.since() : duty.armedBy().occurredAt(), now);
        return switch (duty.kind()) {
            case REPLY -> asked(duty.armedBy(), since) + " and waits for an answer";
            case KEEP_PROMISE ->
                "%s promised %s that the client hears%s"
                        .formatted(
                                speaker(duty.armedBy()),
                                since,
                                duty.promisedFor() == null
                                        ? ""
                                        : " by " + Times.day(duty.promisedFor(), duty.promisedTime()));
            case KEEP_INFORMED -> heard(duty.armedBy(), duty.since(), since);
            case DELAY_NOTICE ->
                "If the date%s can't be kept, the client is to be told before"
                        .formatted(
                                duty.promisedFor() == null
                                        ? ""
                                        : " of " + Times.day(duty.promisedFor(), duty.promisedTime()));
            case ACCEPT_OR_DECLINE -> "A task was set " + since + " and waits to be accepted or declined";
            case DELIVER_TASK -> "The task was accepted " + since + " and is to be delivered";
            case ACK_COMPLAINT -> asked(duty.armedBy(), since) + " and waits to hear that the complaint has arrived";
        };
    }

    private String asked(@Nullable Basis basis, String since) {
        if (basis == null) {
            return "The client asked " + since;
        }
        var by = basis.channel() == null ? "" : " by " + Words.of(basis.channel());
        var verb = switch (basis.event()) {
            case "call.held" -> " called ";
            case "complaint.recorded" -> " complained ";
            default -> " wrote ";
        };
        return names.of(basis.person()) + verb + since + by;
    }

    private String heard(@Nullable Basis basis, Instant begun, String since) {
        if (basis == null) {
            return "The client last heard from us " + since;
        }
        if (basis.event().equals("matter.opened") && begun.isBefore(basis.occurredAt())) {
            return "The client last heard from us " + times.when(begun, now) + ", before the matter was recorded here";
        }
        return basis.event().equals("matter.opened")
                ? "The client has heard nothing since the matter was opened " + since
                : "The client last heard from " + speaker(basis) + " " + since;
    }

    private String speaker(@Nullable Basis basis) {
        return basis == null || basis.staff() == null ? "the firm" : names.of(basis.staff());
    }
}
