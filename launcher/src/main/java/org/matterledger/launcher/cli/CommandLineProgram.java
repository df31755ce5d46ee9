package org.matterledger.launcher.cli;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.matterledger.launcher.ServerSettings.Role;
import org.matterledger.launcher.ServerSettings.Store;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.ClientId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The commands as one program: exit code 0, or 1 and one line, or 2 for a command that makes no sense. */
@Command(
        name = "./ledger",
        description = "What a law firm agreed with its clients, said, did, and owes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            BenchCommand.class,
            LoadCommand.class,
            ImportCommand.class,
            UserCommands.class,
            TokenCommands.class,
            EraseCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        })
public final class CommandLineProgram {

    private static final int PATIENCE_SECONDS = 60;

    private CommandLineProgram() {}

    /** Runs one command and gives its exit code. */
    public static int run(String... arguments) {
        var ended = new CountDownLatch(1);
        endInOrder(Thread.currentThread(), ended);
        try {
            return execute(arguments);
        } finally {
            ended.countDown();
        }
    }

    /** A signal ends this JVM only after everything was closed in its order, by the thread that opened it. */
    private static void endInOrder(Thread command, CountDownLatch ended) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (ended.getCount() > 0) {
                command.interrupt();
            }
            try {
                if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("ledger: gave up waiting for an orderly end; the next start puts things right");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static int execute(String... arguments) {
        return new CommandLine(new CommandLineProgram())
                .registerConverter(Role.class, CommandLineProgram::role)
                .registerConverter(ClientId.class, CommandLineProgram::client)
                .registerConverter(Store.class, CommandLineProgram::store)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineProgram::misspoken)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(command, failure))
                .execute(arguments);
    }

    private static int misspoken(ParameterException failure, String... arguments) {
        failure.getCommandLine().getErr().println("ledger: " + failure.getMessage() + " (see ./ledger help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(CommandLine command, Exception failure) throws Exception {
        if (failure instanceof CannotRun known) {
            command.getErr().println("ledger: " + known.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        var line = FileTrouble.line(failure);
        if (line.isPresent()) {
            command.getErr().println("ledger: " + line.get());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static Role role(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "all" -> Role.ALL;
            case "command" -> Role.COMMAND;
            case "query" -> Role.QUERY;
            default -> throw new TypeConversionException("all, command or query, not " + text);
        };
    }

    private static ClientId client(String text) {
        try {
            return new ClientId(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("a client's id, not " + text);
        }
    }

    private static Store store(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> Store.POSTGRESQL;
            case "axon-server" -> Store.AXON_SERVER;
            default -> throw new TypeConversionException("postgresql or axon-server, not " + text);
        };
    }
}
