package org.matterledger.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Instant;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerMetadata;

/** Hands a handler the ledger's time out of its message. Registered for Axon's service loader. */
public final class LedgerTimeResolver implements ParameterResolverFactory, ParameterResolver<LedgerTime> {

    @Override
    public @Nullable ParameterResolver<LedgerTime> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == LedgerTime.class ? this : null;
    }

    @Override
    public LedgerTime resolveParameterValue(Message<?> message) {
        var metadata = message.getMetaData();
        return new LedgerTime(
                Instant.parse((String) metadata.get(LedgerMetadata.NOTED_AT)),
                metadata.containsKey(LedgerMetadata.IMPORTED_AT));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message.getMetaData().containsKey(LedgerMetadata.NOTED_AT);
    }
}
