package org.matterledger.query.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Names;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.Correction;
import org.matterledger.values.MessageNature;
import org.matterledger.values.UpdateKind;

/** Says in a sentence what an entry of the timeline tells. */
final class Sentences {

    private static final String STAFF = "staff:";
    private static final String INTEGRATION = "integration:";

    private final Names names;
    private final Times times;
    private final DutySentences duties;

    Sentences(Names names) {
        this.names = names;
        this.times = new Times(names.zone());
        this.duties = new DutySentences(names);
    }

    String what(TimelineEntry entry) {
        var told = entry.details();
        return switch (entry.event()) {
            case "matter.opened" ->
                "The matter was opened: %s is responsible, %s speaks for the client"
                        .formatted(names.of(told.staff()), names.of(told.person()));
            case "matter.responsible-replaced" -> names.of(told.staff()) + " became responsible";
            case "matter.closed" -> "The matter was closed";
            case "thread.opened" -> "A topic was opened";
            case "message.received" ->
                "%s wrote by %s%s".formatted(client(told), Words.of(told.channel()), nature(told));
            case "message.sent" ->
                "%s wrote by %s to %s%s"
                        .formatted(firm(told), Words.of(told.channel()), recipients(told), nature(told));
            case "call.held" -> call(told);
            case "update.sent" ->
                "%s sent an update (%s) by %s to %s"
                        .formatted(
                                firm(told),
                                told.kind() == null ? "" : Words.of(UpdateKind.valueOf(told.kind())),
                                Words.of(told.channel()),
                                recipients(told));
            case "reply.sent" ->
                "%s answered %s by %s".formatted(firm(told), recipients(told), Words.of(told.channel()));
            case "holding-reply.sent" ->
                "%s told %s by %s when the answer comes"
                        .formatted(firm(told), recipients(told), Words.of(told.channel()));
            case "delay-notice.sent" ->
                "%s told %s by %s that a date will not be met"
                        .formatted(firm(told), recipients(told), Words.of(told.channel()));
            case "channel.proposed" -> side(told) + " proposed to use " + channel(told);
            case "channel.agreed" -> side(told) + " agreed to use " + channel(told);
            case "channel.declined" -> side(told) + " declined to use " + channel(told);
            case "channel.withdrawn" -> side(told) + " took " + channel(told) + " back";
            case "entry.delivery-failed" -> "A message of the firm did not arrive, so it counts for nothing";
            case "entry.answer-waived" -> firm(told) + " decided that a message needs no answer";
            case "entry.corrected" -> "An entry was corrected";
            case "entry.withdrawn" -> "An entry was withdrawn: it never happened, or not here";
            case "entry.moved" -> "An entry was moved to the matter where it belongs";
            case "entry.correction-requested" ->
                firm(told) + " asked for a correction that would undo a missed duty; a second person decides";
            case "entry.correction-declined" -> firm(told) + " did not agree to a correction";
            case "entry.late-entry-adopted" -> firm(told) + " let a late entry take effect";
            case "terms.hours-agreed" -> "Firm and client agreed whose hours hold";
            case "terms.silence-limit-agreed" ->
                "Firm and client agreed on a silence of at most " + days(told.agreed());
            case "terms.answer-times-agreed" -> "Firm and client agreed on answer times: " + told.agreed();
            case "terms.calendar-adopted" -> "The calendar's version " + told.agreed() + " holds from here on";
            case "terms.policy-adopted" -> "The policy's version " + told.agreed() + " holds from here on";
            case "task.requested" ->
                "%s set a task%s".formatted(client(told), "ORAL".equals(told.kind()) ? ", by word of mouth" : "");
            case "task.reopened" ->
                "%s set the task again%s"
                        .formatted(client(told), "ORAL".equals(told.kind()) ? ", by word of mouth" : "");
            case "task.description-sent" ->
                firm(told) + " wrote down the task as understood, for " + recipients(told) + " to confirm";
            case "task.description-confirmed" -> client(told) + " confirmed the task as written down";
            case "task.accepted" -> firm(told) + " accepted the task";
            case "task.declined" -> firm(told) + " declined the task";
            case "task.waiting" ->
                "%s said that the task waits for %s; the client is kept informed all the same"
                        .formatted(firm(told), waitsFor(told.kind()));
            case "task.resumed" -> firm(told) + " said that the task waits no more";
            case "task.delivered" ->
                "%s delivered the task by %s to %s".formatted(firm(told), Words.of(told.channel()), recipients(told));
            case "complaint.recorded" -> "%s complained by %s".formatted(client(told), Words.of(told.channel()));
            case "complaint.acknowledged" ->
                "%s told %s that the complaint has arrived".formatted(firm(told), recipients(told));
            default ->
                told.owed() == null ? entry.event() : duties.what(entry.event(), told.owed(), entry.occurredAt());
        };
    }

    private static String waitsFor(@Nullable String whom) {
        return switch (whom == null ? "" : whom) {
            case "COURT" -> "the court";
            case "AUTHORITY" -> "an authority";
            case "EXPERT" -> "an expert";
            default -> "a third party";
        };
    }

    /** What else there is to say, each for a line of its own. */
    List<String> remarks(TimelineEntry entry) {
        var told = entry.details();
        var whyNothingMoved = "update.sent".equals(entry.event());
        return Stream.of(
                        terms(told.terms()),
                        labelled(whyNothingMoved ? "Why nothing moved: " : "Note: ", entry.reason()),
                        labelled("Seen in: ", entry.evidence()),
                        labelled(
                                "Promised for ",
                                told.promisedFor() == null ? null : Times.day(told.promisedFor(), told.promisedTime())),
                        labelled(
                                "Next contact by ",
                                told.nextContactBy() == null ? null : Times.day(told.nextContactBy())),
                        correction(told.correction()),
                        labelled("Departs from what was agreed: ", deviations(told)),
                        told.owed() == null ? null : duties.remark(told.owed()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What became of an entry afterwards, for a mark beside it. */
    List<String> marks(TimelineEntry entry) {
        return Stream.ofNullable(entry.marks())
                .flatMap(List::stream)
                .map(mark -> Marks.of(mark.event()) + ", noted " + times.moment(mark.notedAt()))
                .toList();
    }

    /** Who did or reported it. */
    String who(String actor) {
        if (actor.startsWith(STAFF)) {
            return names.of(actor.substring(STAFF.length()));
        }
        return actor.startsWith(INTEGRATION) ? actor.substring(INTEGRATION.length()) + " (integration)" : actor;
    }

    private String call(Details told) {
        var channel = told.channel() == null ? "" : " by " + Words.of(told.channel());
        return "FIRM".equals(told.party())
                ? "%s called %s%s%s".formatted(firm(told), names.of(told.person()), channel, nature(told))
                : "%s called%s%s%s"
                        .formatted(
                                client(told),
                                channel,
                                nature(told),
                                Boolean.TRUE.equals(told.answered()) ? " and was answered in the call" : "");
    }

    private String client(Details told) {
        return names.of(told.person());
    }

    private String firm(Details told) {
        return told.staff() == null ? "The firm" : names.of(told.staff());
    }

    private static String nature(Details told) {
        return told.nature() == null || told.nature().equals("SUBSTANTIVE")
                ? ""
                : " (" + Words.of(MessageNature.valueOf(told.nature())) + ")";
    }

    private static String days(@Nullable String number) {
        return Times.counted(Long.parseLong(Objects.requireNonNullElse(number, "0")), "day");
    }

    private String side(Details told) {
        return "FIRM".equals(told.party()) ? "The firm" : names.of(told.person()) + ", for the client,";
    }

    private String channel(Details told) {
        return names.channel(told.agreement());
    }

    private String recipients(Details told) {
        return Stream.ofNullable(told.to()).flatMap(List::stream).map(names::of).collect(Collectors.joining(", "));
    }

    private @Nullable String correction(@Nullable Correction correction) {
        if (correction == null) {
            return null;
        }
        return "Really: "
                + Stream.of(
                                labelled(
                                        "on ",
                                        correction.occurredAt() == null ? null : times.moment(correction.occurredAt())),
                                labelled("by ", correction.channel() == null ? null : Words.of(correction.channel())),
                                labelled("", correction.nature() == null ? null : Words.of(correction.nature())),
                                correction.thread() == null ? null : "in another topic")
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String terms(@Nullable ChannelTerms terms) {
        if (terms == null) {
            return null;
        }
        var purposes = terms.purposes().isEmpty()
                ? "everything"
                : terms.purposes().stream()
                        .map(purpose -> Words.of(purpose.name()))
                        .collect(Collectors.joining(", "));
        var window = terms.window();
        return "For " + purposes
                + (window == null ? ", at any time" : ", from " + window.opens() + " to " + window.closes())
                + (terms.fileRoute() == null ? "" : ", files by " + Words.of(terms.fileRoute()));
    }

    private static @Nullable String deviations(Details told) {
        var deviations = told.deviations();
        return deviations == null || deviations.isEmpty()
                ? null
                : deviations.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    private static @Nullable String labelled(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }
}
