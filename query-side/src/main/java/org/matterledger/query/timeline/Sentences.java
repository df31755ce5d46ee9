package org.matterledger.query.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ChannelTerms;

/** Says in a sentence what an entry of the timeline tells. */
final class Sentences {

    private static final String STAFF = "staff:";
    private static final String INTEGRATION = "integration:";

    private final Names names;

    Sentences(Names names) {
        this.names = names;
    }

    String what(TimelineEntry entry) {
        return switch (entry.event()) {
            case "matter.opened" ->
                "The matter was opened: %s is responsible, %s speaks for the client"
                        .formatted(names.of(entry.staff()), names.of(entry.person()));
            case "message.received" -> names.of(entry.person()) + " wrote by " + Words.of(entry.channel());
            case "update.sent" ->
                "%s sent an update (%s) by %s to %s"
                        .formatted(
                                names.of(entry.staff()),
                                Words.of(String.valueOf(entry.kind())),
                                Words.of(entry.channel()),
                                recipients(entry));
            case "channel.proposed" -> side(entry) + " proposed to use " + channel(entry);
            case "channel.agreed" -> side(entry) + " agreed to use " + channel(entry);
            case "channel.declined" -> side(entry) + " declined to use " + channel(entry);
            case "channel.withdrawn" -> side(entry) + " took " + channel(entry) + " back";
            default -> entry.event();
        };
    }

    /** What else there is to say, each for a line of its own. */
    List<String> remarks(TimelineEntry entry) {
        var next = entry.nextContactBy();
        return Stream.of(
                        terms(entry.terms()),
                        labelled("Why nothing moved: ", entry.kind() == null ? null : entry.reason()),
                        labelled("Note: ", entry.kind() == null ? entry.reason() : null),
                        labelled("Next contact by ", next == null ? null : Times.day(next)),
                        labelled("Departs from what was agreed: ", deviations(entry)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Who did or reported it. */
    String who(String actor) {
        if (actor.startsWith(STAFF)) {
            return names.of(actor.substring(STAFF.length()));
        }
        return actor.startsWith(INTEGRATION) ? actor.substring(INTEGRATION.length()) + " (integration)" : actor;
    }

    private String side(TimelineEntry entry) {
        return "FIRM".equals(entry.party()) ? "The firm" : names.of(entry.person()) + ", for the client,";
    }

    private String channel(TimelineEntry entry) {
        return names.channel(entry.agreement());
    }

    private String recipients(TimelineEntry entry) {
        return Stream.ofNullable(entry.to())
                .flatMap(List::stream)
                .map(names::of)
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

    private static @Nullable String deviations(TimelineEntry entry) {
        var deviations = entry.deviations();
        return deviations == null || deviations.isEmpty()
                ? null
                : deviations.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    private static @Nullable String labelled(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }
}
