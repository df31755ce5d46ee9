package org.matterledger.launcher.mailimport;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.rest.Unknown;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.mail.Address;
import org.matterledger.query.NamesView;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** “Which matter do these letters belong to?”, for people: chosen, and assigned or dismissed, singly or in bulk. */
@Controller
@Profile("command & query")
final class InboxPage {

    private static final String PAGE = "/desk/inbox";
    private static final int MATTERS_OFFERED = 500;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final Inbox inbox;
    private final LetterAssignment assignment;
    private final CallerIdentity identities;
    private final NamesView names;
    private final JdbcClient database;

    InboxPage(
            Inbox inbox, LetterAssignment assignment, CallerIdentity identities, NamesView names, JdbcClient database) {
        this.inbox = inbox;
        this.assignment = assignment;
        this.identities = identities;
        this.names = names;
        this.database = database;
    }

    /** A row of the page's table. */
    record Line(String letter, String from, String to, String subject, String written, String why, String place) {

        static Line of(Inbox.Row row) {
            var letter = row.letter();
            if (letter == null) {
                return new Line(row.id(), "[erased]", "", "[erased]", "", "", "");
            }
            var from = letter.from();
            return new Line(
                    row.id(),
                    from == null ? "nobody knows" : from.address(),
                    String.join(", ", letter.to().stream().map(Address::address).toList()),
                    letter.subject().isBlank() ? "(no subject)" : letter.subject(),
                    WRITTEN.format(letter.at()),
                    InboxPage.why(row.reason()),
                    letter.mailbox() + ": " + letter.place());
        }
    }

    static String why(String reason) {
        return switch (reason) {
            case Planning.SEVERAL_MATTERS -> "may belong to several matters";
            case Planning.RECIPIENT_UNKNOWN -> "does not say to whom it went";
            default -> "no address says who wrote it";
        };
    }

    /** A matter that may be chosen. */
    record Choice(String matter, String called) {}

    @GetMapping(PAGE)
    ModelAndView page(PageAsked asked) {
        return page(asked, null);
    }

    @PostMapping(PAGE)
    ModelAndView decide(
            @RequestParam(defaultValue = "") List<String> letter,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam String step,
            PageAsked asked) {
        var identity = identities.acting(null);
        var caller = new Caller(identity.actor(), identity.staff(), identity.roles(), null, "", null, "live", null)
                .needing(StaffRole.FEE_EARNER, StaffRole.PARTNER);
        if (letter.isEmpty()) {
            return page(asked, "Nothing was done: choose at least one letter.");
        }
        if (step.equals("dismiss")) {
            letter.forEach(id -> assignment.dismiss(caller, id, true));
            return done();
        }
        try {
            var to = new MatterId(matter.strip());
            letter.forEach(id -> assignment.assign(caller, id, to));
            return done();
        } catch (IllegalArgumentException | Unknown e) {
            return page(asked, "Nothing was done: choose the matter from the list.");
        }
    }

    private static ModelAndView done() {
        var redirection = new RedirectView(PAGE, true);
        redirection.setHttp10Compatible(false);
        return new ModelAndView(redirection);
    }

    private ModelAndView page(PageAsked asked, @Nullable String fault) {
        var page = asked.page(
                inbox.waiting(asked.afterNumber(), asked.limit() + 1), row -> List.of(Long.toString(row.number())));
        var model = new HashMap<String, Object>();
        model.put("count", inbox.count());
        model.put("lines", page.items().stream().map(Line::of).toList());
        model.put("choices", choices());
        model.put("fault", fault);
        model.put("next", page.next() == null ? "" : page.next());
        return new ModelAndView("desk/inbox", model);
    }

    private List<Choice> choices() {
        var open = database.sql(
                        "select matter_id from query.matter where closed_at is null order by since desc limit :most")
                .param("most", MATTERS_OFFERED)
                .query(String.class)
                .list();
        var titles = names.titles(open.stream().map(MatterId::new).toList());
        return open.stream()
                .flatMap(matter -> Stream.ofNullable(titles.get(matter))
                        .map(title -> new Choice(matter, title.title() + ", for " + title.client())))
                .toList();
    }
}
