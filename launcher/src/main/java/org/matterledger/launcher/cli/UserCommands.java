package org.matterledger.launcher.cli;

import java.util.EnumSet;
import java.util.Set;
import org.matterledger.launcher.LedgerConsole;
import org.matterledger.launcher.access.Access;
import org.matterledger.values.StaffRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who of the firm's staff may sign in. */
@Command(
        name = "user",
        description = "Who of the firm's staff may sign in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UserCommands.Add.class,
            UserCommands.All.class,
            UserCommands.Password.class,
            UserCommands.Disable.class
        })
final class UserCommands {

    private UserCommands() {}

    @Command(name = "add", description = "Registers a staff member, and shows the new password this once.")
    static final class Add extends ConsoleCommand {

        @Parameters(paramLabel = "NAME", description = "The name to sign in with.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                split = ",",
                paramLabel = "ROLE",
                description = "One or more of: ${COMPLETION-CANDIDATES}.")
        private Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);

        @Override
        void act(LedgerConsole console) {
            var user = console.bean(Access.class).addUser(name, roles, null);
            say("user " + user.name() + "  staff id " + user.staffId().value());
            say("password " + user.password() + "  (shown this once)");
        }
    }

    @Command(name = "list", description = "Lists all users.")
    static final class All extends ConsoleCommand {

        @Override
        void act(LedgerConsole console) {
            for (var user : console.bean(Access.class).listUsers()) {
                var disabled = user.disabledAt() == null ? "" : "  disabled " + user.disabledAt();
                say(user.name() + "  " + user.staffId().value() + "  " + user.roles() + disabled);
            }
        }
    }

    @Command(name = "password", description = "Gives a user a new password, shown this once, and lifts a lock.")
    static final class Password extends ConsoleCommand {

        @Parameters(paramLabel = "NAME", description = "The user's name.")
        private String name = "";

        @Override
        void act(LedgerConsole console) {
            say("password " + console.bean(Access.class).setPassword(name, null) + "  (shown this once)");
        }
    }

    @Command(name = "disable", description = "Shuts a user out: password, sessions and tokens.")
    static final class Disable extends ConsoleCommand {

        @Parameters(paramLabel = "NAME", description = "The user's name.")
        private String name = "";

        @Override
        void act(LedgerConsole console) {
            console.bean(Access.class).disableUser(name);
            say("user " + name + " is disabled");
        }
    }
}
