package org.matterledger.launcher.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Foresight.Foreseen;
import org.matterledger.command.Foresight.Stands;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.NotAllowed;
import org.matterledger.command.Receipt;
import org.matterledger.command.Refused;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.store.RefusedRequest;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.rest.Link;
import org.matterledger.values.MatterId;
import org.matterledger.values.StaffRole;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Hands in what a form asks for, in the name of who signed in: once, however often the form is sent. */
@Component
@Profile("command & query")
final class FormSender {

    /** In the address to which a recorded form leads: the entry, by which the page says what was done. */
    static final String RECORDED = "recorded";

    private static final Stands SENT_BEFORE = new Stands(
            "",
            "This form was recorded before, with other words; that entry stands. Send it again to record another one.");

    private final CommandPort commands;
    private final CallerIdentity identities;
    private final KeyedHash hash;

    FormSender(CommandPort commands, CallerIdentity identities, KeyedHash hash) {
        this.commands = commands;
        this.identities = identities;
        this.hash = hash;
    }

    /**
     * Goes on for whoever may send a form, so that nobody types in vain.
     *
     * @throws NotAllowed for everybody else
     */
    void allow(StaffRole... anyOf) {
        if (Stream.of(anyOf).noneMatch(identities.acting(null).roles()::contains)) {
            throw new NotAllowed("This form needs one of the roles " + List.of(anyOf) + ".");
        }
    }

    /**
     * What became of a form: recorded, or something stands against it.
     *
     * @param receipt what was recorded
     * @param refused what stands against it
     */
    record Sent(@Nullable Receipt receipt, @Nullable Stands refused) {}

    /**
     * Who sends a form.
     *
     * @param page on which the form stands
     * @param meaning all that makes it the same request
     */
    Caller caller(String page, MatterId matter, String key, String meaning) {
        var identity = identities.acting(null);
        var staff = identity.staff() == null ? "" : identity.staff().value();
        return new Caller(
                identity.actor(),
                identity.staff(),
                identity.roles(),
                hash.of("key", identity.actor(), page, matter.value(), key),
                hash.of("form", page, matter.value(), staff, meaning),
                null,
                "live",
                null);
    }

    /** @param command made here, since sealing its texts is refused for whoever was erased meanwhile */
    Sent send(Caller caller, Supplier<LedgerCommand> command) {
        try {
            return new Sent(commands.send(caller, command.get()), null);
        } catch (Refused refused) {
            return new Sent(null, stands(refused));
        } catch (RefusedRequest.KeyReused reused) {
            return new Sent(null, SENT_BEFORE);
        }
    }

    /** What a form would bring about, or what stands against saying it at all. */
    static Foreseen looked(Supplier<Foreseen> look) {
        try {
            return look.get();
        } catch (Refused refused) {
            return new Foreseen(stands(refused), List.of(), false);
        }
    }

    private static Stands stands(Refused refused) {
        return new Stands(refused.rule(), String.valueOf(refused.getMessage()));
    }

    /** The matter's page, as soon as it shows what was written; from there it can be taken back. */
    static ModelAndView written(MatterId matter, Receipt receipt) {
        return shown(matter, receipt, receipt.entry());
    }

    /** The same for what can't be taken back by one more step of the same kind. */
    static ModelAndView decided(MatterId matter, Receipt receipt) {
        return shown(matter, receipt, "decided");
    }

    private static ModelAndView shown(MatterId matter, Receipt receipt, @Nullable String what) {
        var page = Link.to("/desk/matters/" + matter)
                .with(MinPosition.PARAMETER, Long.toString(receipt.position()))
                .with(RECORDED, what);
        var redirection = new RedirectView(page.toString(), true);
        redirection.setHttp10Compatible(false);
        return new ModelAndView(redirection);
    }
}
