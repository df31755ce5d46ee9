package org.matterledger.launcher.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One world for all scenarios: each lives in a matter of its own, and none minds what the clock showed before. */
final class SharedWorld implements ParameterResolver {

    /** Closed with the last test. */
    private record Running(World world) implements AutoCloseable {

        @Override
        public void close() {
            world.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(SharedWorld.class));
        return store.computeIfAbsent(World.class, ignored -> new Running(new World(home())), Running.class)
                .world();
    }

    private static java.nio.file.Path home() {
        try {
            return Files.createTempDirectory("scenarios");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
