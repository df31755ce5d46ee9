package org.matterledger.launcher.packaged;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What the watch over the network must catch: Axon's own check for updates, as the packaged jar carries it, started in the
 * packaged server as Axon's default configuration would start it.
 */
final class StartedUpdateChecker implements ClassFileTransformer {

    private static final String PROGRAM = "org/matterledger/launcher/MatterLedger";
    private static final String UPDATES = "org.axonframework.updates.";

    private final AtomicBoolean begun = new AtomicBoolean();

    private StartedUpdateChecker() {}

    /** Called by the JVM before the program. */
    public static void premain(@Nullable String ignored, Instrumentation program) {
        program.addTransformer(new StartedUpdateChecker());
    }

    /** The program's own loader is known as soon as its first class is read; only that finds what the jar carries. */
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader != null && PROGRAM.equals(name) && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().start(() -> begin(loader));
        }
        return null;
    }

    private static void begin(ClassLoader program) {
        try {
            var properties = program.loadClass(UPDATES + "configuration.UsagePropertyProvider");
            var none = Array.newInstance(properties, 0);
            var usual = properties.getMethod("create", none.getClass()).invoke(null, none);
            var client = program.loadClass(UPDATES + "UpdateCheckerHttpClient");
            var reporter = program.loadClass(UPDATES + "UpdateCheckerReporter");
            var logging = program.loadClass(UPDATES + "LoggingUpdateCheckerReporter");
            var checker = program.loadClass(UPDATES + "UpdateChecker");
            checker.getMethod("start")
                    .invoke(checker.getConstructor(client, reporter, properties)
                            .newInstance(
                                    client.getConstructor(properties).newInstance(usual),
                                    logging.getConstructor().newInstance(),
                                    usual));
        } catch (ReflectiveOperationException e) {
            System.err.println("WARNING: the update checker could not be started: " + e);
        }
    }

    /** A jar that starts it in any JVM that runs the packaged server. */
    static Path agent(Path directory) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), StartedUpdateChecker.class.getName());
        var jar = directory.resolve("agent.jar");
        var entry = StartedUpdateChecker.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = StartedUpdateChecker.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(in).transferTo(out);
        }
        return jar;
    }
}
