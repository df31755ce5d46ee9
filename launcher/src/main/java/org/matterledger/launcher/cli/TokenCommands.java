package org.matterledger.launcher.cli;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.access.OnBehalf;
import org.matterledger.values.StaffId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** By which tokens programs may speak to the ledger. */
@Command(
        name = "token",
        description = "By which tokens programs may speak to the ledger.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommands.Create.class, TokenCommands.All.class, TokenCommands.Revoke.class})
final class TokenCommands {

    private TokenCommands() {}

    /** Whose a token is: a staff member's or an integration's. */
    static final class Bearer {

        @Option(names = "--user", paramLabel = "NAME", description = "For a user.")
        private @Nullable String user;

        @Option(names = "--integration", paramLabel = "NAME", description = "For a program that reports by itself.")
        private @Nullable String integration;
    }

    @Command(name = "create", description = "Makes a token, and shows it this once.")
    static final class Create extends ConsoleCommand {

        @ArgGroup(multiplicity = "1")
        private Bearer bearer = new Bearer();

        @Option(
                names = "--on-behalf-of",
                split = ",",
                paramLabel = "STAFF-ID",
                description = "In whose name an integration may act: staff ids, or anybody.")
        private Set<String> onBehalfOf = Set.of();

        @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "What it is for.")
        private String label = "";

        @Option(names = "--expires", paramLabel = "INSTANT", description = "Until when it holds: 2027-01-31T00:00:00Z.")
        private @Nullable Instant expires;

        @Override
        void act(LedgerConsole console) {
            var access = console.bean(Access.class);
            var user = bearer.user;
            var integration = bearer.integration;
            var token = user != null
                    ? access.createUserToken(user, label, expires)
                    : access.createIntegrationToken(String.valueOf(integration), onBehalf(), label, expires);
            say("token " + token.token() + "  (shown this once; its id is " + token.id() + ")");
        }

        private OnBehalf onBehalf() {
            return onBehalfOf.contains("anybody")
                    ? OnBehalf.ANYBODY
                    : OnBehalf.of(onBehalfOf.stream().map(StaffId::new).collect(Collectors.toSet()));
        }
    }

    @Command(name = "list", description = "Lists all tokens, without their secrets.")
    static final class All extends ConsoleCommand {

        @Override
        void act(LedgerConsole console) {
            for (var token : console.bean(Access.class).listTokens()) {
                var expires = token.expiresAt() == null ? "" : "  expires " + token.expiresAt();
                var revoked = token.revokedAt() == null ? "" : "  revoked " + token.revokedAt();
                say(token.id() + "  " + token.actor() + "  " + token.label() + expires + revoked);
            }
        }
    }

    @Command(name = "revoke", description = "Makes a token worthless.")
    static final class Revoke extends ConsoleCommand {

        @Parameters(paramLabel = "ID", description = "The token's id, as list shows it.")
        private String id = "";

        @Override
        void act(LedgerConsole console) {
            console.bean(Access.class).revokeToken(id);
            say("token " + id + " is revoked");
        }
    }
}
