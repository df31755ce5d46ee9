package org.matterledger.query.matters;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.matterledger.query.rest.PageAsked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** “Which matters do we have?”, for people: the way to each matter's page. */
@Controller
class MattersPage {

    private static final DateTimeFormatter OPENED = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK);

    private final MatterView view;

    MattersPage(MatterView view) {
        this.view = view;
    }

    /** A row of the page's table. */
    record Line(String id, String title, String number, String opened, String openedExactly) {

        static Line of(Matter matter) {
            var source = matter.source();
            return new Line(
                    matter.id(),
                    matter.title(),
                    source == null ? "–" : source.system() + "/" + source.id(),
                    OPENED.format(matter.openedAt().atOffset(ZoneOffset.UTC)),
                    matter.openedAt().toString());
        }
    }

    @GetMapping(path = "/desk/matters", produces = "text/html")
    ModelAndView page(PageAsked asked) {
        var before = asked.after().map(key -> Long.parseLong(key.getFirst())).orElse(Long.MAX_VALUE);
        var page = asked.page(view.newest(before, asked.limit() + 1), Matter::key);
        return new ModelAndView(
                "desk/matters",
                Map.of(
                        "count", view.count(),
                        "matters", page.items().stream().map(Line::of).toList(),
                        "next", page.next() == null ? "" : page.next()));
    }
}
