package org.matterledger.launcher.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.command.DutyActs;
import org.matterledger.command.Foresight;
import org.matterledger.command.Foresight.Foreseen;
import org.matterledger.command.LedgerCommand;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.web.CorrectionForm.What;
import org.matterledger.launcher.web.WritingPage.Choice;
import org.matterledger.query.Entries;
import org.matterledger.query.Names;
import org.matterledger.query.NamesView;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.EntryId;
import org.matterledger.values.MatterId;
import org.matterledger.values.MessageNature;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * “What was wrong with this entry?”, for people: takes back or corrects what was recorded. Nothing is changed: a new entry
 * says what was wrong with the old one, and the form says beforehand what that does to the duties.
 */
@Controller
@Profile("command & query")
final class CorrectionPage {

    private static final String PAGE = "/desk/matters/{matter}/entries/{entry}";
    private static final Set<String> SPOKEN = Set.of(
            "message.received",
            "message.sent",
            "call.held",
            "update.sent",
            "reply.sent",
            "holding-reply.sent",
            "delay-notice.sent",
            "task.description-sent",
            "task.delivered",
            "complaint.acknowledged");
    /** What the client asked: of it only the time is corrected. */
    private static final Set<String> ASKED =
            Set.of("task.requested", "task.reopened", "task.description-confirmed", "complaint.recorded");
    /** How the firm answered a task, at the ledger's time: it is taken back, or stands. */
    private static final Set<String> ANSWERED = Set.of("task.accepted", "task.declined");
    /** What a message can really have been; the rest is told by programs. */
    private static final List<MessageNature> NATURES = List.of(
            MessageNature.SUBSTANTIVE, MessageNature.STATUS_CHASE, MessageNature.AUTOMATIC, MessageNature.INTERNAL);

    private final FormSender sender;
    private final DutyActs acts;
    private final Foresight foresight;
    private final Confidential confidential;
    private final LedgerClock clock;
    private final Shown shown;

    CorrectionPage(
            FormSender sender,
            DutyActs acts,
            Foresight foresight,
            Confidential confidential,
            LedgerClock clock,
            NamesView names,
            Entries entries) {
        this.sender = sender;
        this.acts = acts;
        this.foresight = foresight;
        this.confidential = confidential;
        this.clock = clock;
        this.shown = new Shown(names, entries);
    }

    /** What the page reads. */
    private record Shown(NamesView names, Entries entries) {

        Names called(MatterId matter) {
            return names.of(matter).orElseThrow(Unknown::new);
        }

        /** An entry of the matter that can be put right. */
        Entries.Entry entry(MatterId matter, EntryId id) {
            return entries.find(id)
                    .filter(entry -> id.matter().equals(matter)
                            && Stream.of(SPOKEN, ASKED, ANSWERED).anyMatch(kind -> kind.contains(entry.event())))
                    .orElseThrow(Unknown::new);
        }
    }

    @GetMapping(PAGE)
    ModelAndView page(@PathVariable MatterId matter, @PathVariable EntryId entry) {
        sender.allow(StaffRole.FEE_EARNER, StaffRole.PARTNER);
        return filled(matter, entry, CorrectionForm.empty(), Map.of(), null);
    }

    @PostMapping(PAGE)
    ModelAndView correct(
            @PathVariable MatterId matter,
            @PathVariable EntryId entry,
            @RequestParam What what,
            @RequestParam(defaultValue = "") String occurredAt,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String nature,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "look") String step) {
        var form = new CorrectionForm(what, occurredAt, channel, nature, reason, evidence, key);
        var caller = sender.caller(PAGE + entry, matter, form.key(), form.meaning());
        var by = caller.needing(StaffRole.FEE_EARNER, StaffRole.PARTNER).staffMember();
        shown.entry(matter, entry);
        var zone = shown.called(matter).zone();
        var faults = form.faults(zone);
        if (!faults.isEmpty()) {
            return filled(matter, entry, form, faults, null);
        }
        Supplier<LedgerCommand> command = () -> form.command(entry, zone, by, acts, confidential);
        if (!step.equals("record")) {
            var foreseen = FormSender.looked(() -> foresight.of(command.get(), clock.now()));
            return filled(matter, entry, form, Map.of(), foreseen);
        }
        var sent = sender.send(caller, command);
        return sent.receipt() == null
                ? filled(matter, entry, form.again(), Map.of(), new Foreseen(sent.refused(), List.of(), false))
                : FormSender.decided(matter, sent.receipt());
    }

    private ModelAndView filled(
            MatterId matter,
            EntryId entry,
            CorrectionForm form,
            Map<String, String> faults,
            @Nullable Foreseen foreseen) {
        var called = shown.called(matter);
        var told = shown.entry(matter, entry);
        var model = new HashMap<String, Object>();
        model.put("matter", matter.value());
        model.put("entry", entry.value());
        model.put("called", called);
        model.put("told", new EntryWords(called).what(told));
        model.put("said", SPOKEN.contains(told.event()));
        model.put("timed", !ANSWERED.contains(told.event()));
        model.put("whole", told.event().equals("task.requested") || told.event().equals("complaint.recorded"));
        model.put("form", form);
        model.put("faults", faults);
        model.put(
                "channels",
                Stream.of(ChannelKind.values())
                        .map(kind -> new Choice(kind.name(), Words.of(kind)))
                        .toList());
        model.put(
                "natures",
                NATURES.stream()
                        .map(nature -> new Choice(nature.name(), Words.of(nature)))
                        .toList());
        model.put(
                "refusal",
                foreseen == null || foreseen.refused() == null
                        ? null
                        : foreseen.refused().sentence());
        model.put("foreseen", foreseen != null && foreseen.refused() == null);
        model.put("waits", foreseen != null && foreseen.waits());
        model.put(
                "brings",
                foreseen == null ? List.of() : new Foretold(new Times(called.zone())).sentences(foreseen.verdicts()));
        return new ModelAndView("desk/correction", model);
    }
}
