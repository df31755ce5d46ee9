package org.matterledger.query;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerMetadata;

/** Hands a view's handler what the ledger knows about its event. Registered for Axon's service loader. */
public final class NotedResolver implements ParameterResolverFactory, ParameterResolver<Noted> {

    @Override
    public @Nullable ParameterResolver<Noted> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Noted.class ? this : null;
    }

    @Override
    public Noted resolveParameterValue(Message<?> message) {
        return new Noted(
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow(),
                ((DomainEventMessage<?>) message).getSequenceNumber(),
                Instant.parse(text(message, LedgerMetadata.NOTED_AT)),
                text(message, LedgerMetadata.ACTOR),
                text(message, LedgerMetadata.ORIGIN),
                message.getMetaData().containsKey(LedgerMetadata.IMPORTED_AT));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof TrackedEventMessage<?> && message instanceof DomainEventMessage<?>;
    }

    private static String text(Message<?> message, String key) {
        return (String) Objects.requireNonNull(message.getMetaData().get(key), key);
    }
}
