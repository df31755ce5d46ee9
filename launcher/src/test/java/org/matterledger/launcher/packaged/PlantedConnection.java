package org.matterledger.launcher.packaged;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What the watch over the network must catch: a connection to an address that is reserved for examples. */
final class PlantedConnection {

    private PlantedConnection() {}

    /** Called by the JVM before the program: tries to connect, as a library that phones home would. */
    public static void premain(String address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 443), 200);
        } catch (IOException expected) {
            System.err.println("WARNING: planted connection: " + expected.getMessage());
        }
    }

    /** A jar that plants the connection into any JVM. */
    static Path agent(Path directory) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), PlantedConnection.class.getName());
        var jar = directory.resolve("agent.jar");
        var entry = PlantedConnection.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = PlantedConnection.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            java.util.Objects.requireNonNull(in).transferTo(out);
        }
        return jar;
    }
}
