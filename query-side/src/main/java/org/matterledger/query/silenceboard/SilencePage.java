package org.matterledger.query.silenceboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Calendars;
import org.matterledger.query.DueState;
import org.matterledger.query.Hours;
import org.matterledger.query.NamesView;
import org.matterledger.query.Present;
import org.matterledger.query.Times;
import org.matterledger.query.rest.Link;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.CalendarId;
import org.matterledger.values.StaffId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “Who waits for us in silence?”, for people. */
@Controller
class SilencePage {

    private final SilenceView view;
    private final Calendars calendars;
    private final NamesView names;
    private final Present present;

    SilencePage(SilenceView view, Calendars calendars, NamesView names, Present present) {
        this.view = view;
        this.calendars = calendars;
        this.names = names;
        this.present = present;
    }

    /** A row of the page's table. */
    record Line(
            String matter,
            String title,
            String client,
            String responsible,
            String responsibleId,
            String state,
            String word,
            String silent,
            @Nullable String silentExactly,
            String unanswered,
            String promised,
            int chases,
            String limit,
            @Nullable String limitExactly) {}

    @GetMapping(path = "/desk/silence", produces = "text/html")
    ModelAndView page(
            @RequestParam Optional<StaffId> responsible,
            @RequestParam Optional<StaffId> partner,
            @RequestParam Optional<String> team,
            @RequestParam Optional<DueState> state,
            PageAsked asked) {
        var named = team.filter(given -> !given.isBlank());
        var selection = new Selection(responsible.orElse(null), partner.orElse(null), named.orElse(null));
        var rows = asked.limit() + 1;
        var page = asked.page(
                state.map(one -> view.page(selection, one, asked.after(), rows))
                        .orElseGet(() -> view.page(selection, asked.after(), rows)),
                Silence::key);
        var now = present.now();
        var spread = view.spread(selection);
        var model = new HashMap<String, Object>();
        model.put("spread", spread);
        model.put("chart", SilenceChart.of(spread));
        model.put("lines", page.items().stream().map(row -> line(row, now)).toList());
        model.put(
                "only",
                responsible
                        .map(staff -> names.people(List.of(staff)).getOrDefault(staff.value(), staff.value()))
                        .orElse(""));
        model.put("responsible", responsible.map(StaffId::value).orElse(null));
        model.put("partner", partner.map(StaffId::value).orElse(null));
        model.put("team", named.orElse(null));
        model.put("teams", view.teams());
        var chosen = Link.to("/desk/silence")
                .with("responsible", responsible.map(StaffId::value).orElse(null))
                .with("partner", partner.map(StaffId::value).orElse(null))
                .with("team", named.orElse(null));
        model.put("state", state.orElse(null));
        model.put("all", chosen.toString());
        for (var one : DueState.values()) {
            model.put(one.name(), chosen.with("state", one.name()).toString());
        }
        var walked = chosen.with("state", state.map(DueState::name).orElse(null));
        model.put("next", page.next() == null ? "" : walked.with("cursor", page.next()));
        return new ModelAndView("desk/silence", model);
    }

    private Line line(Silence row, Instant now) {
        var hours = calendars.of(new CalendarId(row.calendar()), row.calendarVersion());
        var times = new Times(hours.zone());
        var firm = row.firm();
        var limit = row.limit();
        var promised = row.nextPromised();
        return new Line(
                row.matter(),
                row.title(),
                row.client(),
                row.responsibleName(),
                row.responsible(),
                row.state() == null ? "unknown" : row.state().name().toLowerCase(Locale.ROOT),
                row.state() == null ? "not measured" : row.state().name().toLowerCase(Locale.ROOT),
                since(firm, hours, now),
                firm == null ? null : times.moment(firm.since()),
                since(row.unanswered(), hours, now),
                promised == null ? "–" : times.said(promised.due(), now),
                row.chases(),
                limit == null ? "–" : distance(limit.due(), hours, now),
                limit == null ? null : times.moment(limit.due()));
    }

    private static String since(Silence.@Nullable Waiting waiting, Hours hours, Instant now) {
        return waiting == null ? "–" : Times.span(hours, waiting.since(), now);
    }

    private static String distance(Instant due, Hours hours, Instant now) {
        return now.isAfter(due)
                ? "passed " + Times.span(hours, due, now) + " ago"
                : Times.span(hours, now, due) + " left";
    }
}
