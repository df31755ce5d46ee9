package org.matterledger.query.timeline;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what an entry of the timeline tells. */
final class Sentences {

    private final Names names;

    Sentences(Names names) {
        this.names = names;
    }

    String what(TimelineEntry entry) {
        return switch (entry.event()) {
            case "matter.opened" ->
                "The matter was opened, with %s responsible and %s to speak with"
                        .formatted(names.of(entry.staff()), names.of(entry.person()));
            case "message.received" -> names.of(entry.person()) + " wrote by " + word(entry.channel());
            case "update.sent" ->
                "%s sent an update (%s) by %s to %s"
                        .formatted(
                                names.of(entry.staff()), word(entry.kind()), word(entry.channel()), recipients(entry));
            case "channel.proposed" -> side(entry) + " proposed to use " + word(entry.channel());
            case "channel.agreed" -> side(entry) + " agreed to the channel proposed";
            case "channel.declined" -> side(entry) + " declined the channel proposed";
            case "channel.withdrawn" -> side(entry) + " took the channel back";
            default -> entry.event();
        };
    }

    /** What else there is to say, each in a line of its own. */
    String remarks(TimelineEntry entry) {
        var next = entry.nextContactBy();
        return Stream.of(
                        labelled("Why nothing moved: ", entry.kind() == null ? null : entry.reason()),
                        labelled("Note: ", entry.kind() == null ? entry.reason() : null),
                        labelled("Next contact by ", next == null ? null : Times.day(next)),
                        labelled("Departs from what was agreed: ", deviations(entry)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(". "));
    }

    private String side(TimelineEntry entry) {
        return "FIRM".equals(entry.party()) ? "The firm" : names.of(entry.person()) + ", for the client,";
    }

    private String recipients(TimelineEntry entry) {
        return Stream.ofNullable(entry.to())
                .flatMap(java.util.List::stream)
                .map(names::of)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String deviations(TimelineEntry entry) {
        var deviations = entry.deviations();
        return deviations == null || deviations.isEmpty()
                ? null
                : deviations.stream().map(Sentences::word).collect(Collectors.joining(", "));
    }

    private static @Nullable String labelled(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }

    private static String word(@Nullable Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
