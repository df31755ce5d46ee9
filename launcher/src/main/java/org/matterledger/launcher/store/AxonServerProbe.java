package org.matterledger.launcher.store;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.matterledger.launcher.home.CannotRun;

/**
 * Asks an Axon Server once whether it is there, before anything is built on it. Its own client never fails to start: it
 * would try for ever, and log each try.
 */
final class AxonServerProbe {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Metadata.Key<String> CONTEXT =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServerAddress address;
    private final Duration within;
    private final long end;

    private AxonServerProbe(AxonServerAddress address, Duration within) {
        this.address = address;
        this.within = within;
        this.end = System.nanoTime() + within.toNanos();
    }

    /** @throws CannotRun when no Axon Server answers in that time, or one that doesn't let us in */
    static void require(AxonServerAddress address, String context, Duration within) {
        if (new InetSocketAddress(address.host(), address.port()).isUnresolved()) {
            throw new CannotRun("there is no Axon Server at " + address + ": the name does not resolve");
        }
        ManagedChannel channel = ManagedChannelBuilder.forAddress(address.host(), address.port())
                .usePlaintext()
                .build();
        try {
            new AxonServerProbe(address, within).ask(channel, context);
        } finally {
            channel.shutdownNow();
        }
    }

    private void ask(ManagedChannel channel, String context) {
        var headers = new Metadata();
        headers.put(CONTEXT, context);
        var platform = PlatformServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        var us = ClientIdentification.newBuilder()
                .setComponentName(AxonServerLink.COMPONENT)
                .setClientId("probe")
                .build();
        var reason = "no answer";
        while (true) {
            try {
                platform.withDeadlineAfter(Math.max(left(), 1), TimeUnit.NANOSECONDS)
                        .getPlatformServer(us);
                return;
            } catch (StatusRuntimeException e) {
                reason = reason(e, reason);
                if (left() < PAUSE.toNanos() || !paused()) {
                    throw new CannotRun(
                            "no Axon Server answers at %s within %d s: %s"
                                    .formatted(address, within.toSeconds(), reason),
                            e);
                }
                channel.resetConnectBackoff();
            }
        }
    }

    private long left() {
        return end - System.nanoTime();
    }

    private String reason(StatusRuntimeException failure, String before) {
        return switch (failure.getStatus().getCode()) {
            case DEADLINE_EXCEEDED -> before;
            case UNAVAILABLE -> rootOf(failure);
            default ->
                throw new CannotRun(
                        "what answers at %s is no Axon Server that lets us in: %s"
                                .formatted(address, oneLine(failure.getStatus())),
                        failure);
        };
    }

    private static String rootOf(StatusRuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? oneLine(failure.getStatus()) : root.toString();
    }

    private static String oneLine(Status status) {
        var description = status.getDescription() == null ? "" : " " + status.getDescription();
        return (status.getCode() + description).lines().findFirst().orElse("");
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
