package org.matterledger.query.worklist;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matterledger.query.DueState;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.Link;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** “Whom must I write to today?”, for people: where everybody's day begins. */
@Controller
class TodayPage {

    private static final DateTimeFormatter EXACTLY =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final WorkListView view;

    TodayPage(WorkListView view) {
        this.view = view;
    }

    @GetMapping(path = "/", produces = "text/html")
    RedirectView begin() {
        var today = new RedirectView("/desk", true);
        today.setHttp10Compatible(false);
        return today;
    }

    /** A row of the page's table. */
    record Line(
            String obligation,
            String state,
            String toDo,
            List<DutyWords.Act> acts,
            String matter,
            String title,
            String client,
            String reason,
            String distance,
            String due,
            String dueExactly,
            boolean acting) {

        static Line of(WorkItem item, StaffId whose) {
            return new Line(
                    item.obligation().value(),
                    item.state().name().toLowerCase(Locale.ROOT),
                    DutyWords.toDo(item.kind()),
                    DutyWords.acts(item.kind()),
                    item.matter().value(),
                    item.title(),
                    item.client(),
                    item.reason(),
                    item.distance(),
                    item.due().toString(),
                    EXACTLY.format(item.due()),
                    !item.holder().equals(whose));
        }
    }

    @GetMapping(path = "/desk", produces = "text/html")
    ModelAndView page(
            @RequestParam Optional<StaffId> staff,
            @RequestParam Optional<DueState> state,
            Reader reader,
            PageAsked asked) {
        var whose = Whose.day(reader, staff);
        var own = whose.equals(reader.staff());
        var page = asked.page(view.page(whose, state, asked.after(), asked.limit() + 1), WorkItem::key);
        var model = new HashMap<String, Object>();
        model.put("figures", view.figures(whose));
        model.put("name", own ? "" : view.name(whose));
        model.put(
                "lines", page.items().stream().map(item -> Line.of(item, whose)).toList());
        var chosen = Link.to("/desk").with("staff", own ? null : whose.value());
        model.put("state", state.orElse(null));
        model.put("all", chosen.toString());
        for (var one : DueState.values()) {
            model.put(one.name(), chosen.with("state", one.name()).toString());
        }
        var walked = chosen.with("state", state.map(DueState::name).orElse(null));
        model.put("next", page.next() == null ? "" : walked.with("cursor", page.next()));
        return new ModelAndView("desk/today", model);
    }
}
