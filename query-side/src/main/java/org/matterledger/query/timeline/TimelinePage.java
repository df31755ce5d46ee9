package org.matterledger.query.timeline;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.Times;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.query.timeline.TimelineView.Place;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “What happened in this matter?”, for people. */
@Controller
class TimelinePage {

    private final TimelineView view;
    private final NamesView names;
    private final Rail rail;

    TimelinePage(TimelineView view, NamesView names, Rail rail) {
        this.view = view;
        this.names = names;
        this.rail = rail;
    }

    /** A row of the page's table. */
    record Line(
            String occurred,
            String occurredExactly,
            @Nullable String noted,
            String notedExactly,
            String what,
            @Nullable String text,
            List<String> remarks,
            List<String> marks,
            boolean struck,
            boolean verdict,
            String actor,
            boolean imported,
            @Nullable String entry,
            @Nullable String request) {}

    @GetMapping(path = "/desk/matters/{matter}", produces = "text/html")
    ModelAndView page(
            @PathVariable MatterId matter,
            @RequestParam(defaultValue = "EVERYTHING") Only only,
            @RequestParam(defaultValue = "") String recorded,
            PageAsked asked) {
        var called = names.of(matter).orElseThrow(Unknown::new);
        var bound = view.last(matter).orElse(0L);
        var before = asked.after().map(Place::of).orElseGet(() -> Place.end(bound));
        var rows = view.newest(matter, only, before, asked.limit() + 1);
        var page = asked.page(rows, entry -> Place.after(entry, before.bound()).key());
        var model = new HashMap<String, Object>();
        model.put("matter", matter.value());
        model.put("called", called);
        model.put("figures", view.figures(matter));
        model.put("only", only);
        model.put("lines", lines(page.items(), matter, called));
        model.put("owed", rail.of(matter, called));
        model.put("now", rail.now(called));
        model.put("next", page.next() == null ? "" : page.next());
        model.put("first", asked.after().isEmpty());
        model.put("recorded", !recorded.isEmpty());
        model.put("undo", undo(matter, recorded));
        return new ModelAndView("desk/matter", model);
    }

    /** What a form just recorded, where it can be taken back from the page. */
    private @Nullable String undo(MatterId matter, String recorded) {
        return recorded.startsWith("entry-") && view.has(matter, recorded) ? recorded : null;
    }

    private static List<Line> lines(List<TimelineEntry> entries, MatterId matter, Names called) {
        var times = new Times(called.zone());
        var sentences = new Sentences(called);
        return entries.stream()
                .map(entry -> line(entry, matter, times, sentences))
                .toList();
    }

    private static Line line(TimelineEntry entry, MatterId matter, Times times, Sentences sentences) {
        var verdict = entry.details().owed() != null;
        var late = !verdict && Times.late(entry.occurredAt(), entry.notedAt());
        return new Line(
                times.moment(entry.occurredAt()),
                entry.occurredAt().toString(),
                late
                        ? Times.between(entry.occurredAt(), entry.notedAt()) + " later, "
                                + times.moment(entry.notedAt())
                        : null,
                entry.notedAt().toString(),
                sentences.what(entry),
                entry.text(),
                sentences.remarks(entry),
                sentences.marks(entry),
                struck(entry),
                verdict,
                verdict ? "the ledger" : sentences.who(entry.actor()),
                entry.origin().equals("import"),
                struck(entry) ? null : entry.id(),
                entry.event().equals("entry.correction-requested")
                        ? EntryId.of(matter, entry.version()).value()
                        : null);
    }

    private static boolean struck(TimelineEntry entry) {
        var marks = entry.marks();
        return marks != null && marks.stream().anyMatch(mark -> Marks.strikes(mark.event()));
    }
}
