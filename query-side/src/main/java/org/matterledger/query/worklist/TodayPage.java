package org.matterledger.query.worklist;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matterledger.query.DutyWords;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “Whom must I write to today?”, for people: where everybody's day begins. */
@Controller
class TodayPage {

    private static final DateTimeFormatter EXACTLY =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final WorkListView view;

    TodayPage(WorkListView view) {
        this.view = view;
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

    @GetMapping(
            path = {"/", "/desk"},
            produces = "text/html")
    ModelAndView page(@RequestParam Optional<StaffId> staff, Reader reader, PageAsked asked) {
        var whose = Whose.day(reader, staff);
        var own = whose.equals(reader.staff());
        var page = asked.page(view.page(whose, asked.after(), asked.limit() + 1), WorkItem::key);
        var model = new HashMap<String, Object>();
        model.put("figures", view.figures(whose));
        model.put("name", own ? "" : view.name(whose));
        model.put("staff", own ? null : whose.value());
        model.put(
                "lines", page.items().stream().map(item -> Line.of(item, whose)).toList());
        model.put("next", page.next() == null ? "" : page.next());
        return new ModelAndView("desk/today", model);
    }
}
