package org.matterledger.launcher.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.matterledger.events.LedgerMetadata;

/** What a message hands on to those that it causes: its time, who spoke, where it came from, and itself as the cause. */
final class Correlation implements CorrelationDataProvider {

    private static final List<String> HANDED_ON = List.of(
            LedgerMetadata.NOTED_AT,
            LedgerMetadata.ACTOR,
            LedgerMetadata.ON_BEHALF_OF,
            LedgerMetadata.SOURCE,
            LedgerMetadata.ORIGIN,
            LedgerMetadata.IMPORTED_AT,
            LedgerMetadata.CORRELATION);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (var key : HANDED_ON) {
            var value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        data.putIfAbsent(LedgerMetadata.CORRELATION, message.getIdentifier());
        data.put(LedgerMetadata.CAUSATION, message.getIdentifier());
        return data;
    }
}
