package org.matterledger.query.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.DutyWords;
import org.matterledger.query.NamesView;
import org.matterledger.query.Present;
import org.matterledger.query.Reader;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.query.rest.Link;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “Who was told what, and when?”, for people: what went out, what waits, and what could not be delivered and why. */
@Controller
class NoticesPage {

    private final NoticeView view;
    private final NamesView names;
    private final Present present;

    NoticesPage(NoticeView view, NamesView names, Present present) {
        this.view = view;
        this.names = names;
        this.present = present;
    }

    /** A row of the page's table. */
    record Line(
            String state,
            String word,
            @Nullable String reason,
            String told,
            String toldId,
            String as,
            String duty,
            String due,
            String obligation,
            String matter,
            String title,
            String when,
            String exactly) {}

    @GetMapping(path = "/desk/notices", produces = "text/html")
    ModelAndView page(
            @RequestParam Optional<StaffId> staff,
            @RequestParam Optional<NoticeState> only,
            Reader reader,
            PageAsked asked) {
        var whose = Whose.notices(reader, staff);
        var before = asked.after().map(key -> Long.parseLong(key.getFirst())).orElse(Long.MAX_VALUE);
        var page = asked.page(view.newest(whose, only.orElse(null), before, asked.limit() + 1), Notice::key);
        var people = names.people(page.items().stream()
                .flatMap(notice -> Stream.of(new StaffId(notice.staff()), new StaffId(notice.holder())))
                .toList());
        var now = present.now();
        var model = new HashMap<String, Object>();
        model.put("figures", view.figures(whose));
        model.put("sends", view.sends());
        model.put(
                "lines",
                page.items().stream().map(notice -> line(notice, people, now)).toList());
        model.put("own", whose != null && whose.equals(reader.staff()));
        model.put("staff", staff.map(StaffId::value).orElse(null));
        model.put("only", only.map(NoticeState::name).orElse(null));
        model.put("onlyWord", only.map(NoticeState::word).orElse(""));
        var of =
                Link.to("/desk/notices").with("staff", staff.map(StaffId::value).orElse(null));
        model.put("all", of);
        Stream.of(NoticeState.values()).forEach(state -> model.put(state.name(), of.with("only", state.name())));
        model.put(
                "next",
                page.next() == null
                        ? ""
                        : of.with("only", only.map(NoticeState::name).orElse(null))
                                .with("cursor", page.next()));
        return new ModelAndView("desk/notices", model);
    }

    private static Line line(Notice notice, Map<String, String> people, Instant now) {
        var times = new Times(ZoneId.of(notice.zone()));
        var when = notice.sentAt() == null ? notice.notBefore() : notice.sentAt();
        var holder = people.getOrDefault(notice.holder(), notice.holder());
        return new Line(
                notice.state().name(),
                notice.state().word(),
                notice.reason(),
                people.getOrDefault(notice.staff(), notice.staff()),
                notice.staff(),
                as(notice, holder),
                DutyWords.toDo(notice.kind()),
                "due " + times.said(notice.due(), now) + " (" + Words.of(notice.rule()) + ")",
                notice.obligation(),
                notice.matter(),
                notice.title(),
                when(notice, times, now),
                when.toString());
    }

    private static String as(Notice notice, String holder) {
        return switch (notice.what()) {
            case "WARNING" -> "warned, as the holder";
            case "BREACH" -> "told that it is overdue, as the holder";
            case "DEPUTY" -> "as the deputy of " + holder;
            default -> "as the accountable partner; " + holder + " holds it";
        };
    }

    private static String when(Notice notice, Times times, Instant now) {
        return switch (notice.state()) {
            case SENT -> notice.sentAt() == null ? "sent" : times.said(notice.sentAt(), now);
            case WAITING ->
                notice.notBefore().isAfter(now) ? "from " + times.said(notice.notBefore(), now) + " on" : "now";
            case WITHDRAWN, GIVEN_UP, REFUSED -> "known " + times.said(notice.notedAt(), now);
        };
    }
}
