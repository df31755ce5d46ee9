package org.matterledger.launcher.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.Foresight;
import org.matterledger.command.Foresight.Foreseen;
import org.matterledger.command.Refused;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.launcher.web.WritingForm.Act;
import org.matterledger.query.Duties;
import org.matterledger.query.Duty;
import org.matterledger.query.DutyWords;
import org.matterledger.query.NamesView;
import org.matterledger.query.Recipients;
import org.matterledger.query.Times;
import org.matterledger.query.Words;
import org.matterledger.query.rest.Link;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MatterId;
import org.matterledger.values.ObligationKind;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * “What do we write to the client?”, for people: filled in where the need shows, says beforehand what it will bring about,
 * and records it once, however often the form is sent.
 */
@Controller
@Profile("command & query")
final class WritingPage {

    private static final String PAGE = "/desk/matters/{matter}/write";

    private final CommandPort commands;
    private final Foresight foresight;
    private final Confidential confidential;
    private final CallerIdentity identities;
    private final KeyedHash hash;
    private final LedgerClock clock;
    private final Shown shown;

    WritingPage(
            CommandPort commands,
            Foresight foresight,
            Confidential confidential,
            CallerIdentity identities,
            KeyedHash hash,
            LedgerClock clock,
            NamesView names,
            Recipients recipients,
            Duties duties) {
        this.commands = commands;
        this.foresight = foresight;
        this.confidential = confidential;
        this.identities = identities;
        this.hash = hash;
        this.clock = clock;
        this.shown = new Shown(names, recipients, duties);
    }

    /** What the page reads. */
    private record Shown(NamesView names, Recipients recipients, Duties duties) {

        Optional<Duty> duty(MatterId matter, String id) {
            return duties.openIn(matter).stream()
                    .filter(duty -> duty.id().value().equals(id))
                    .findFirst();
        }
    }

    @GetMapping(PAGE)
    ModelAndView page(@PathVariable MatterId matter, @RequestParam(defaultValue = "") String duty) {
        var owed = shown.duty(matter, duty);
        var reply = owed.filter(one -> one.kind() == ObligationKind.REPLY).isPresent();
        var usual = shown.recipients().persons(matter).stream()
                .filter(Recipients.Person::usual)
                .map(person -> new PersonId(person.id()))
                .toList();
        var channels = shown.recipients().channels(matter);
        var form = new WritingForm(
                reply ? Act.REPLY : Act.PROGRESS,
                channels.isEmpty() ? ChannelKind.MAIL : channels.getFirst(),
                usual,
                "",
                "",
                "",
                owed.map(Duty::thread).orElse(""),
                duty,
                UUID.randomUUID().toString());
        return filled(matter, form, List.of(), null);
    }

    @PostMapping(PAGE)
    ModelAndView write(
            @PathVariable MatterId matter,
            @RequestParam Act act,
            @RequestParam ChannelKind channel,
            @RequestParam(defaultValue = "") List<PersonId> to,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String nextContactBy,
            @RequestParam(defaultValue = "") String thread,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "look") String step) {
        var form = new WritingForm(act, channel, to, summary, reason, nextContactBy, thread, duty, key);
        var caller = caller(matter, form);
        var by = caller.needing(StaffRole.FEE_EARNER, StaffRole.PARTNER).staffMember();
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return filled(matter, form, faults, null);
        }
        return step.equals("record") ? recorded(matter, form, caller, by) : looked(matter, form, by);
    }

    private ModelAndView looked(MatterId matter, WritingForm form, StaffId by) {
        return filled(matter, form, List.of(), foresight.of(form.command(matter, by, confidential), clock.now()));
    }

    private ModelAndView recorded(MatterId matter, WritingForm form, Caller caller, StaffId by) {
        try {
            var receipt = commands.send(caller, form.command(matter, by, confidential));
            var page =
                    Link.to("/desk/matters/" + matter).with(MinPosition.PARAMETER, Long.toString(receipt.position()));
            var redirection = new RedirectView(page.toString(), true);
            redirection.setHttp10Compatible(false);
            return new ModelAndView(redirection);
        } catch (Refused refused) {
            return filled(matter, form.again(), List.of(), new Foreseen(refused.getMessage(), List.of()));
        }
    }

    private Caller caller(MatterId matter, WritingForm form) {
        var identity = identities.acting(null);
        var staff = identity.staff() == null ? "" : identity.staff().value();
        return new Caller(
                identity.actor(),
                identity.staff(),
                identity.roles(),
                hash.of("key", identity.actor(), PAGE, matter.value(), form.key()),
                hash.of("form", PAGE, matter.value(), staff, form.meaning()),
                null,
                "live",
                null);
    }

    private ModelAndView filled(MatterId matter, WritingForm form, List<String> faults, @Nullable Foreseen foreseen) {
        var called = shown.names().of(matter).orElseThrow(org.matterledger.query.rest.Unknown::new);
        var foretold = new Foretold(new Times(called.zone()));
        var model = new HashMap<String, Object>();
        model.put("matter", matter.value());
        model.put("called", called);
        model.put("form", form);
        model.put("persons", shown.recipients().persons(matter));
        model.put(
                "channels",
                shown.recipients().channels(matter).stream()
                        .map(kind -> new Choice(kind.name(), Words.of(kind)))
                        .toList());
        model.put("chosen", form.to().stream().map(PersonId::value).toList());
        model.put("faults", faults);
        model.put("refusal", foreseen == null ? null : foreseen.refusal());
        model.put("foreseen", foreseen != null && foreseen.refusal() == null);
        model.put("brings", foreseen == null ? List.of() : foretold.sentences(foreseen.verdicts()));
        model.put(
                "need",
                shown.duty(matter, form.duty())
                        .map(duty -> DutyWords.toDo(duty.kind()) + ", due "
                                + new Times(called.zone()).said(duty.due(), clock.now()))
                        .orElse(null));
        return new ModelAndView("desk/write", model);
    }

    /** One of several, in words. */
    record Choice(String value, String words) {}
}
