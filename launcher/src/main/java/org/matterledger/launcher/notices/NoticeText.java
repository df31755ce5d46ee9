package org.matterledger.launcher.notices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox.Notice;
import org.matterledger.events.CalendarEvent.CalendarVersionPublished;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Times;
import org.matterledger.query.Words;

/**
 * What a notice says: who waits, since when, what is to be done by whom and until when, and where to do it. Neither the
 * client's name nor the matter's title: what left by mail can't be erased.
 */
final class NoticeText {

    private final StreamReader streams;
    private final ConfidentialReader confidential;

    NoticeText(StreamReader streams, ConfidentialReader confidential) {
        this.streams = streams;
        this.confidential = confidential;
    }

    /** In one line, what is asked of the recipient. */
    String subject(Notice notice, Instant now) {
        var urgency = now.isAfter(notice.due()) ? "Overdue" : "Due soon";
        var toDo = lowered(DutyWords.toDo(notice.kind()));
        return switch (notice.what()) {
            case WARNING, BREACH -> urgency + ": " + toDo;
            case DEPUTY, PARTNER -> urgency + " with " + holder(notice) + ": " + toDo;
        };
    }

    /** @param ledger where staff reach the ledger, without a slash at its end */
    String text(Notice notice, Instant now, String ledger) {
        var calendar = newestCalendar(notice);
        var zone = calendar.calendar().zone();
        var times = new Times(zone);
        var number = number(notice);
        return """
                %s

                To do:    %s
                Whose:    %s
                Due:      %s, %s
                Rule:     %s, calendar %s
                Matter:   %s

                Times are those of %s. The client's name, the subject and what was written stay in the ledger.
                """.formatted(
                        waits(notice, notice.since() == null ? "" : " since " + times.moment(notice.since())),
                        DutyWords.toDo(notice.kind()),
                        whose(notice),
                        times.moment(notice.due()),
                        distance(notice.due(), now),
                        Words.of(notice.rule()),
                        calendar.name(),
                        (number == null ? "" : number + "  ")
                                + "%s/desk/matters/%s#%s".formatted(ledger, notice.matter(), notice.obligation()),
                        zone);
    }

    private static String distance(Instant due, Instant now) {
        return now.isAfter(due) ? "overdue by " + Times.between(due, now) : Times.between(now, due) + " left";
    }

    private static String waits(Notice notice, String since) {
        return switch (notice.kind()) {
            case REPLY -> "A client waits for an answer" + since + ".";
            case KEEP_PROMISE -> "A client was promised to hear from us, and waits" + since + ".";
            case KEEP_INFORMED -> "A client has heard nothing from us" + since + ".";
            case DELAY_NOTICE -> "A client waits for what we promised" + since + ", or for word that it will be late.";
            case ACCEPT_OR_DECLINE -> "A client's task waits to be accepted or declined" + since + ".";
            case DELIVER_TASK -> "A client waits for what was accepted to be delivered" + since + ".";
            case ACK_COMPLAINT -> "A client complained, and waits to hear that it has arrived" + since + ".";
        };
    }

    private String whose(Notice notice) {
        var own = notice.holder().equals(notice.recipient());
        return switch (notice.what()) {
            case WARNING, BREACH -> own ? "yours" : holder(notice) + "'s; you act in this absence";
            case DEPUTY -> holder(notice) + "'s; you are the deputy";
            case PARTNER -> own ? "yours" : holder(notice) + "'s; you answer for the matter";
        };
    }

    private String holder(Notice notice) {
        return of(notice.holder().value()).stream()
                .filter(StaffRegistered.class::isInstance)
                .map(event -> ((StaffRegistered) event).name())
                .findFirst()
                .flatMap(confidential::open)
                .orElse("a colleague");
    }

    /** What the firm's own system calls the matter. */
    private @Nullable String number(Notice notice) {
        var source = streams.first(notice.matter().value())
                .filter(MatterOpened.class::isInstance)
                .map(event -> ((MatterOpened) event).source())
                .orElse(null);
        return source == null ? null : source.system() + " " + source.id();
    }

    private CalendarVersionPublished newestCalendar(Notice notice) {
        return (CalendarVersionPublished) of(notice.calendar().value()).getLast();
    }

    private List<LedgerEvent> of(String stream) {
        return Objects.requireNonNullElse(streams.read(Set.of(stream)).get(stream), List.of());
    }

    private static String lowered(String head) {
        return head.substring(0, 1).toLowerCase(Locale.ROOT) + head.substring(1);
    }
}
