package org.matterledger.launcher.web;

import java.util.List;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.Entries;
import org.matterledger.query.rest.Link;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.EntryId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Takes in the form of the page of suggestions: each chosen message needs no answer, because a person says so. */
@Controller
@Profile("command & query")
final class NoAnswerForm {

    private static final String PAGE = "/desk/no-answer";

    private final CommandPort commands;
    private final Confidential confidential;
    private final CallerIdentity identities;
    private final KeyedHash hash;
    private final Entries entries;

    NoAnswerForm(
            CommandPort commands,
            Confidential confidential,
            CallerIdentity identities,
            KeyedHash hash,
            Entries entries) {
        this.commands = commands;
        this.confidential = confidential;
        this.identities = identities;
        this.hash = hash;
        this.entries = entries;
    }

    @PostMapping(PAGE)
    ModelAndView confirm(
            @RequestParam(defaultValue = "") List<EntryId> entry,
            @RequestParam String reason,
            @RequestParam String key) {
        known(entry);
        var position = 0L;
        for (var one : entry) {
            var caller = caller(one, key, reason).needing(StaffRole.FEE_EARNER, StaffRole.PARTNER);
            var matter = one.matter();
            var why = confidential.seal(matter.value(), reason.isBlank() ? "Needs no answer." : reason.strip());
            var receipt = commands.send(caller, MatterCommands.waiveAnswer(matter, one, caller.staffMember(), why));
            position = Math.max(position, receipt.position());
        }
        var page = Link.to(PAGE);
        var redirection = new RedirectView(
                (position == 0 ? page : page.with(MinPosition.PARAMETER, Long.toString(position))).toString(), true);
        redirection.setHttp10Compatible(false);
        return new ModelAndView(redirection);
    }

    /** A reason is sealed with its matter's key, and what is no matter gets none: all is known before the first is sealed. */
    private void known(List<EntryId> chosen) {
        if (!chosen.stream().allMatch(one -> entries.find(one).isPresent())) {
            throw new Unknown();
        }
    }

    private Caller caller(EntryId entry, String key, String reason) {
        var identity = identities.acting(null);
        return new Caller(
                identity.actor(),
                identity.staff(),
                identity.roles(),
                hash.of("key", identity.actor(), PAGE, entry.value(), key),
                hash.of("form", PAGE, entry.value(), reason),
                null,
                "live",
                null);
    }
}
