package org.matterledger.launcher.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.command.DutyActs;
import org.matterledger.command.Foresight;
import org.matterledger.command.Foresight.Foreseen;
import org.matterledger.command.Foresight.Stands;
import org.matterledger.command.LedgerCommand;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.query.Duty;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * “What do we write to the client?”, for people: filled in where the need shows, says beforehand what it will bring about,
 * and records it once, however often the form is sent.
 */
@Controller
@Profile("command & query")
final class WritingPage {

    private static final String PAGE = "/desk/matters/{matter}/write";

    /** Beside which field the sentence of a rule is shown; the others stand above the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "PROMISE_NAMES_A_DATE", "promisedFor",
            "PROMISED_DATE_IS_AHEAD_AND_OPEN", "promisedFor",
            "TASK_DATE_IS_AHEAD_AND_OPEN", "promisedFor",
            "NO_CHANGE_SAYS_WHY", "reason",
            "NO_CHANGE_NAMES_THE_NEXT_CONTACT", "nextContactBy",
            "NEXT_CONTACT_IS_NOT_PAST", "nextContactBy",
            "UPDATE_GOES_TO_CONTACT_PERSONS", "to",
            "UPDATE_TAKES_AN_AGREED_CHANNEL", "channel",
            "UPDATE_KEEPS_THE_AGREED_HOURS", "channel");

    private final FormSender sender;
    private final DutyActs acts;
    private final Foresight foresight;
    private final Confidential confidential;
    private final LedgerClock clock;
    private final WritingNeeds needs;

    WritingPage(
            FormSender sender,
            DutyActs acts,
            Foresight foresight,
            Confidential confidential,
            LedgerClock clock,
            WritingNeeds needs) {
        this.sender = sender;
        this.acts = acts;
        this.foresight = foresight;
        this.confidential = confidential;
        this.clock = clock;
        this.needs = needs;
    }

    @GetMapping(PAGE)
    ModelAndView page(
            @PathVariable MatterId matter,
            @RequestParam(defaultValue = "") String duty,
            @Nullable @RequestParam(required = false) WrittenAct act) {
        sender.allow(StaffRole.FEE_EARNER, StaffRole.PARTNER);
        var owed = needs.duty(matter, duty).orElse(null);
        var channels = needs.channels(matter);
        var form = new WritingForm(
                act == null ? usual(owed) : act,
                channels.isEmpty() ? ChannelKind.MAIL : channels.getFirst(),
                needs.usual(matter),
                "",
                "",
                "",
                "",
                "",
                owed == null || owed.thread() == null ? "" : owed.thread(),
                owed == null ? "" : duty,
                owed == null || owed.subject() == null ? "" : owed.subject(),
                UUID.randomUUID().toString());
        return filled(matter, form, Map.of(), null);
    }

    private static WrittenAct usual(@Nullable Duty owed) {
        if (owed == null) {
            return WrittenAct.PROGRESS;
        }
        var nextContact = owed.kind() == ObligationKind.KEEP_PROMISE && owed.subject() != null;
        return nextContact ? WrittenAct.PROGRESS : WrittenAct.about(owed.kind()).getFirst();
    }

    @PostMapping(PAGE)
    ModelAndView write(
            @PathVariable MatterId matter,
            @RequestParam WrittenAct act,
            @RequestParam(defaultValue = "MAIL") ChannelKind channel,
            @RequestParam(defaultValue = "") List<PersonId> to,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String nextContactBy,
            @RequestParam(defaultValue = "") String promisedFor,
            @RequestParam(defaultValue = "") String promisedTime,
            @RequestParam(defaultValue = "") String thread,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "look") String step) {
        var form = new WritingForm(
                act,
                channel,
                to,
                summary,
                reason,
                nextContactBy,
                promisedFor,
                promisedTime,
                thread,
                duty,
                subject,
                key);
        var caller = sender.caller(PAGE, matter, form.key(), form.meaning());
        var by = caller.needing(StaffRole.FEE_EARNER, StaffRole.PARTNER).staffMember();
        var faults = form.faults(needs.known(matter));
        if (!faults.isEmpty()) {
            return filled(matter, form, faults, null);
        }
        Supplier<LedgerCommand> command = () -> form.command(matter, by, acts, confidential);
        if (!step.equals("record")) {
            return looked(matter, form, command);
        }
        var sent = sender.send(caller, command);
        return sent.receipt() == null
                ? filled(matter, form.again(), Map.of(), new Foreseen(sent.refused(), List.of(), false))
                : FormSender.written(matter, sent.receipt());
    }

    private ModelAndView looked(MatterId matter, WritingForm form, Supplier<LedgerCommand> command) {
        var foreseen = FormSender.looked(() -> foresight.of(command.get(), clock.now()));
        return filled(matter, form, Map.of(), foreseen);
    }

    private ModelAndView filled(
            MatterId matter, WritingForm form, Map<String, String> faults, @Nullable Foreseen foreseen) {
        var called = needs.names(matter).orElseThrow(Unknown::new);
        var refused = foreseen == null ? null : foreseen.refused();
        var told = new HashMap<>(faults);
        var model = new HashMap<String, Object>();
        model.put("refusal", refused == null || beside(refused, told) ? null : refused.sentence());
        model.put("ruled", refused != null);
        model.put("faults", told);
        model.put("matter", matter.value());
        model.put("called", called);
        model.put("form", form);
        model.put("acts", WrittenAct.about(form.kind()).stream().map(Choice::of).toList());
        model.put("persons", needs.persons(matter));
        model.put(
                "channels",
                needs.channels(matter).stream()
                        .map(kind -> new Choice(kind.name(), Words.of(kind)))
                        .toList());
        model.put("chosen", form.to().stream().map(PersonId::value).toList());
        model.put("foreseen", foreseen != null && refused == null);
        model.put(
                "brings",
                foreseen == null ? List.of() : new Foretold(new Times(called.zone())).sentences(foreseen.verdicts()));
        model.put("need", needs.said(matter, form.duty(), called));
        model.put("words", needs.words(matter, form.duty()));
        model.put(
                "question",
                form.kind() == ObligationKind.ACCEPT_OR_DECLINE
                        ? "Do we take this task on?"
                        : "What do we write to the client?");
        return new ModelAndView("desk/write", model);
    }

    /** Whether a rule's sentence belongs beside a field, where it is put. */
    private static boolean beside(Stands refused, Map<String, String> faults) {
        var field = FIELDS.get(refused.rule());
        if (field == null) {
            return false;
        }
        faults.put(field, refused.sentence());
        return true;
    }

    /** One of several, in words. */
    record Choice(String value, String words) {

        static Choice of(WrittenAct act) {
            return new Choice(act.name(), act.words());
        }
    }
}
