package org.matterledger.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Secrets;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A running ledger: both sides, or one, behind a web server. */
public final class LedgerServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private LedgerServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it. The beans {@link DatabaseAccess} and {@link Secrets} stand in the context before any other.
     *
     * @param more prepares the context further, as a test does that brings its own clock
     * @throws CannotRun when the port is taken
     */
    @SafeVarargs
    public static LedgerServer start(
            ServerSettings settings, ApplicationContextInitializer<ConfigurableApplicationContext>... more) {
        var application = LedgerContext.application(
                LedgerApplication.class,
                settings.database(),
                settings.secrets(),
                settings.role().profiles());
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("roleFilter", new RoleFilter(settings.role())));
        List.of(more).forEach(application::addInitializers);
        try {
            var arguments = new ArrayList<>(List.of(settings.record().properties()));
            arguments.add("--server.address=" + settings.address());
            arguments.add("--server.port=" + settings.port());
            return new LedgerServer(application.run(arguments.toArray(String[]::new)));
        } catch (RuntimeException e) {
            throw explained(e, settings);
        }
    }

    private static RuntimeException explained(RuntimeException failure, ServerSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new CannotRun("port " + settings.port() + " is taken; choose another with --port", failure);
            }
        }
        return LedgerContext.explained(failure);
    }

    /** The port on which it listens. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A bean of the running ledger. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** Answers what is in progress, then stops. */
    @Override
    public void close() {
        context.close();
    }
}
