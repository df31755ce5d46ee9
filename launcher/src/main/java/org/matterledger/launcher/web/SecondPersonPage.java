package org.matterledger.launcher.web;

import java.util.HashMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.Confidential;
import org.matterledger.command.DutyActs;
import org.matterledger.command.LedgerCommand;
import org.matterledger.query.Entries;
import org.matterledger.query.NamesView;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “Do you agree to this correction?”, for the second person without whom no missed duty vanishes (rules.md 1.8, 17). */
@Controller
@Profile("command & query")
final class SecondPersonPage {

    private static final String PAGE = "/desk/matters/{matter}/corrections/{request}";
    private static final String ASKED = "entry.correction-requested";
    private static final int LONGEST = 1000;

    private final FormSender sender;
    private final DutyActs acts;
    private final Confidential confidential;
    private final NamesView names;
    private final Entries entries;

    SecondPersonPage(FormSender sender, DutyActs acts, Confidential confidential, NamesView names, Entries entries) {
        this.sender = sender;
        this.acts = acts;
        this.confidential = confidential;
        this.names = names;
        this.entries = entries;
    }

    @GetMapping(PAGE)
    ModelAndView page(@PathVariable MatterId matter, @PathVariable EntryId request) {
        sender.allow(StaffRole.REVIEWER, StaffRole.PARTNER);
        return filled(matter, request, "", null, null);
    }

    @PostMapping(PAGE)
    ModelAndView decide(
            @PathVariable MatterId matter,
            @PathVariable EntryId request,
            @RequestParam boolean agree,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String key) {
        asked(matter, request);
        var caller = sender.caller(PAGE + request, matter, key, agree + "\n" + reason)
                .needing(StaffRole.REVIEWER, StaffRole.PARTNER);
        if (!agree && (reason.isBlank() || reason.length() > LONGEST)) {
            return filled(matter, request, reason, "Say why you don't agree, in at most 1000 characters.", null);
        }
        return agree ? sent(matter, request, reason, caller) : declined(matter, request, reason, caller);
    }

    private ModelAndView sent(MatterId matter, EntryId request, String reason, Caller caller) {
        return answered(
                matter, request, reason, sender.send(caller, () -> acts.agreement(request, caller.staffMember())));
    }

    private ModelAndView declined(MatterId matter, EntryId request, String reason, Caller caller) {
        Supplier<LedgerCommand> command = () ->
                acts.disagreement(request, caller.staffMember(), confidential.seal(matter.value(), reason.strip()));
        return answered(matter, request, reason, sender.send(caller, command));
    }

    private ModelAndView answered(MatterId matter, EntryId request, String reason, FormSender.Sent sent) {
        return sent.receipt() == null
                ? filled(
                        matter,
                        request,
                        reason,
                        null,
                        sent.refused() == null ? "" : sent.refused().sentence())
                : FormSender.decided(matter, sent.receipt());
    }

    private Entries.Entry asked(MatterId matter, EntryId request) {
        return entries.find(request)
                .filter(entry ->
                        request.matter().equals(matter) && entry.event().equals(ASKED))
                .orElseThrow(Unknown::new);
    }

    private ModelAndView filled(
            MatterId matter, EntryId request, String reason, @Nullable String fault, @Nullable String refusal) {
        var asked = asked(matter, request);
        var called = names.of(matter).orElseThrow(Unknown::new);
        var words = new EntryWords(called);
        var model = new HashMap<String, Object>();
        model.put("matter", matter.value());
        model.put("request", request.value());
        model.put("called", called);
        model.put("by", called.of(asked.staff()));
        model.put("why", asked.reason());
        model.put(
                "change",
                Boolean.TRUE.equals(asked.noAnswerSuggested())
                        ? "It never needed an answer"
                        : words.change(asked.correction(), asked.movedTo()));
        model.put(
                "told",
                asked.about() == null
                        ? null
                        : entries.find(new EntryId(asked.about()))
                                .map(words::what)
                                .orElse(null));
        model.put("reason", reason);
        model.put("fault", fault);
        model.put("refusal", refusal);
        model.put("key", UUID.randomUUID().toString());
        return new ModelAndView("desk/second-person", model);
    }
}
