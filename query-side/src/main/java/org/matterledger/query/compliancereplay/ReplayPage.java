package org.matterledger.query.compliancereplay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Names;
import org.matterledger.query.Present;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.values.MatterId;
import org.matterledger.values.Party;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “What did we know and owe on that day?”, for people. Times are local to the matter. */
@Controller
class ReplayPage {

    /** How many differences, or things said, stand in sight; the others unfold. */
    private static final int FOREMOST = 12;

    private final ReplayView view;
    private final Present present;

    ReplayPage(ReplayView view, Present present) {
        this.view = view;
        this.present = present;
    }

    /** A duty of the page's lists. */
    record Line(String what, String state, String due, String ended, String holder) {}

    /** A message or call of the page's list. */
    record Said(String when, String what, boolean arrived) {}

    /** One picture of the matter. */
    record Picture(String title, boolean opened, String terms, List<Line> open, List<Line> ended, List<Said> said) {

        /** How much of what was said stands in sight; the rest unfolds. */
        public int foremost() {
            return Math.min(FOREMOST, said.size());
        }
    }

    @GetMapping(path = "/desk/matters/{matter}/as-of", produces = "text/html")
    ModelAndView page(
            @PathVariable MatterId matter,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Optional<LocalDateTime> at,
            @RequestParam Optional<Integer> step,
            @RequestParam Optional<Known> known,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) Optional<LocalDateTime> other,
            @RequestParam Optional<Known> otherKnown) {
        var replay = view.of(matter);
        var zone = replay.names().zone();
        var walk = replay.steps();
        var place = step.map(number -> walk.get(Math.clamp(number, 1, walk.size()) - 1))
                .or(() -> at.map(local -> instant(local, zone)))
                .orElseGet(present::now);
        var first = replay.at(passed(place), known.orElse(Known.THEN));
        var second =
                replay.at(passed(other.map(local -> instant(local, zone)).orElse(place)), otherKnown.orElse(Known.NOW));
        var model = new HashMap<String, Object>();
        model.put("matter", matter.value());
        model.put("called", replay.names());
        model.put("at", local(first.at(), zone));
        model.put("steps", walk.size());
        model.put(
                "step",
                walk.stream().filter(noted -> !noted.isAfter(first.at())).count());
        model.put("known", first.known());
        model.put("other", other.map(LocalDateTime::toString).orElse(""));
        model.put("otherKnown", second.known());
        model.put(
                "pictures",
                Stream.of(first, second)
                        .map(state -> picture(state, replay.names()))
                        .toList());
        var differences = replay.between(first, second);
        model.put("differences", differences);
        model.put("foremost", Math.min(FOREMOST, differences.size()));
        return new ModelAndView("desk/as-of", model);
    }

    /** Nobody knows what is to come: the present is shown instead. */
    private Instant passed(Instant instant) {
        var now = present.now();
        return instant.isAfter(now) ? now : instant;
    }

    /** As a field for an instant takes it; to the next full second, so that it holds what was noted within it. */
    private static String local(Instant instant, ZoneId zone) {
        var second = instant.truncatedTo(ChronoUnit.SECONDS);
        return (second.equals(instant) ? second : second.plusSeconds(1))
                .atZone(zone)
                .toLocalDateTime()
                .toString();
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    private static Picture picture(MatterAsOf state, Names names) {
        var times = new Times(names.zone());
        var title = times.moment(state.at()) + ", as known " + state.known();
        return new Picture(
                title,
                state.terms() != null,
                terms(state.terms(), names),
                state.open().stream().map(duty -> line(duty, names, times)).toList(),
                state.ended().reversed().stream()
                        .map(duty -> line(duty, names, times))
                        .toList(),
                state.contacts().reversed().stream()
                        .map(contact -> said(contact, names, times))
                        .toList());
    }

    private static String terms(@Nullable Terms terms, Names names) {
        if (terms == null) {
            return "";
        }
        var limit = terms.silenceLimit() == null ? "by the policy" : Times.counted(terms.silenceLimit(), "day");
        return "%s was responsible; calendar %s v%d, policy %s, silence limit %s"
                .formatted(
                        names.of(terms.responsible().value()),
                        names.of(terms.calendar().value()),
                        terms.calendarVersion(),
                        terms.policyVersion() == null ? "none" : "version " + terms.policyVersion(),
                        limit);
    }

    private static Line line(DutyAsOf duty, Names names, Times times) {
        var state = duty.endedAt() != null ? "ended" : duty.breached() ? "overdue" : "due";
        var ended = duty.endedAt() == null
                ? duty.breached() ? "missed, still open" : "open"
                : DutyWords.result(duty.result()) + ", " + times.moment(duty.endedAt());
        return new Line(
                DutyWords.toDo(duty.kind()),
                state,
                times.moment(duty.due()),
                ended + (duty.reassessed() == null ? "" : " (" + DutyWords.result(duty.reassessed()) + ")"),
                names.of(duty.holder().value()));
    }

    private static Said said(Contact contact, Names names, Times times) {
        var who = contact.from() == Party.FIRM
                ? contact.staff() == null
                        ? "The firm"
                        : names.of(contact.staff().value())
                : names.of(contact.person() == null ? null : contact.person().value());
        return new Said(
                times.moment(contact.occurredAt()),
                who + (contact.event().equals("call.held") ? " called" : " wrote") + " by "
                        + Words.of(contact.channel()),
                contact.arrived());
    }
}
