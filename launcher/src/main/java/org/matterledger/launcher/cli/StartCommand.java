package org.matterledger.launcher.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.matterledger.launcher.LedgerServer;
import org.matterledger.launcher.ServerSettings;
import org.matterledger.launcher.ServerSettings.Role;
import org.matterledger.launcher.access.Access;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.time.SimulatedClock;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the ledger until it is told to stop. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "Runs the ledger; Ctrl-C stops it.")
final class StartCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final StoreOptions record = new StoreOptions();

    @Mixin
    private final MailOptions mail = new MailOptions();

    @Mixin
    private final LivingMailOptions living = new LivingMailOptions();

    @Mixin
    private final SimulatedClockOption simulated = new SimulatedClockOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where it listens (default: ${DEFAULT-VALUE}; 0 for any free port).")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "On which address (default: ${DEFAULT-VALUE}, which only this machine reaches).")
    private String address = "127.0.0.1";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "all",
            description = "Which sides run here: all, command or query (default: ${DEFAULT-VALUE}).")
    private Role role = Role.ALL;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Server first, then PostgreSQL, then the home: each is closed only when nothing needs it any more. */
    @Override
    public Integer call() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port is a number from 0 to %d, not %d".formatted(LAST_PORT, port));
        }
        var properties = mail.properties(System.getenv());
        var watched = living.settings(System.getenv());
        try (var home = ledger.takeHome()) {
            requireFreePort();
            var clock = simulated.clock(home, ledger.elsewhere() || record.elsewhere() || role != Role.ALL);
            try (var database = ledger.database(home);
                    var server = LedgerServer.start(
                            new ServerSettings(
                                    address, port, role, record.place(), database.access(), database.secrets()),
                            context -> {
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("options", properties));
                                clock.ifPresent(standing ->
                                        context.getBeanFactory().registerSingleton("ledgerClock", standing));
                                watched.ifPresent(settings ->
                                        context.getBeanFactory().registerSingleton("livingMailSettings", settings));
                            })) {
                announce(server, home.directory().toString());
                clock.ifPresent(this::announceTrial);
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            return 0;
        }
        return 0;
    }

    /** A port that is taken is said before anything is started; one that is lost later, by the web server. */
    private void requireFreePort() {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot listen on %s:%d (%s); choose another with --port or --address"
                            .formatted(address, port, e.getMessage()),
                    e);
        }
    }

    private void announceTrial(SimulatedClock clock) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("A trial, on a simulated clock: it stands at " + clock.now() + ". Administrators move it:");
        out.println("  POST /running/clock {\"now\": \"" + clock.now().plus(Duration.ofHours(1)) + "\"}");
        out.flush();
    }

    private void announce(LedgerServer server, String home) {
        PrintWriter out = spec.commandLine().getOut();
        if (server.bean(Access.class).listUsers().isEmpty()) {
            out.println("Nobody can sign in yet. In another terminal, make the first user and a token:");
            var where = ledger.typed(home) + record.typed();
            out.println("  ./ledger user add NAME --role ADMINISTRATOR,PARTNER" + where);
            out.println("  ./ledger token create --user NAME" + where);
        }
        out.println("Matter Ledger answers at http://" + address + ":" + server.port() + "/  (home " + home + ")");
        out.flush();
    }
}
