package org.matterledger.query.matters;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.matterledger.query.NamesView;
import org.matterledger.query.NamesView.Title;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.MatterId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** “Which matters do we have?”, for people: the way to each matter's page. */
@Controller
class MattersPage {

    private static final DateTimeFormatter OPENED = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private static final Title NOBODY = new Title("–", "–");

    private final MatterView view;
    private final NamesView names;

    MattersPage(MatterView view, NamesView names) {
        this.view = view;
        this.names = names;
    }

    /** A row of the page's table. */
    record Line(
            String id,
            String title,
            String client,
            String number,
            boolean closed,
            String opened,
            String openedExactly) {

        static Line of(Matter matter, Map<String, Title> titles) {
            var source = matter.source();
            return new Line(
                    matter.id(),
                    matter.title(),
                    titles.getOrDefault(matter.id(), NOBODY).client(),
                    source == null ? "–" : source.system() + "/" + source.id(),
                    matter.closedAt() != null,
                    OPENED.format(matter.openedAt().atOffset(ZoneOffset.UTC)),
                    matter.openedAt().toString());
        }
    }

    @GetMapping(path = "/desk/matters", produces = "text/html")
    ModelAndView page(PageAsked asked) {
        var before = asked.after().map(key -> Long.parseLong(key.getFirst())).orElse(Long.MAX_VALUE);
        var page = asked.page(view.newest(before, asked.limit() + 1), Matter::key);
        var titles = names.titles(
                page.items().stream().map(matter -> new MatterId(matter.id())).toList());
        return new ModelAndView(
                "desk/matters",
                Map.of(
                        "count", view.count(),
                        "matters",
                                page.items().stream()
                                        .map(matter -> Line.of(matter, titles))
                                        .toList(),
                        "next", page.next() == null ? "" : page.next()));
    }
}
