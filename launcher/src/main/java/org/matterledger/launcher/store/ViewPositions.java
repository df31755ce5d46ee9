package org.matterledger.launcher.store;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.matterledger.events.EventTypes;
import org.matterledger.query.Positions;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the views have come by their tokens in the database, so that it holds whichever node runs them. A token lags
 * behind events that its view doesn't handle; such events don't count.
 */
final class ViewPositions implements Positions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(2);

    /** What the slowest segment of a view has taken in. */
    private static final String TOKEN = """
            select coalesce(min((convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
            from query.token t where t.processor_name = :view""";

    private final RecordStore record;
    private final JdbcClient database;
    private final Map<String, List<String>> typesByView;

    ViewPositions(RecordStore record, JdbcClient database, EventTypes events, List<Projection> views) {
        this.record = record;
        this.database = database;
        this.typesByView = views.stream()
                .collect(Collectors.toUnmodifiableMap(Projection::name, view -> handled(view.getClass(), events)));
    }

    /** Stored names of the events that a view handles. */
    private static List<String> handled(Class<?> view, EventTypes events) {
        return Stream.of(view.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(ViewPositions::payload)
                .flatMap(payload -> events.classes().stream().filter(payload::isAssignableFrom))
                .map(event -> EventTypes.of(event).name())
                .distinct()
                .toList();
    }

    private static Class<?> payload(Method handler) {
        return Arrays.stream(handler.getParameterTypes()).findFirst().orElseThrow();
    }

    @Override
    public long head() {
        return record.head();
    }

    @Override
    public long shown() {
        var head = head();
        return typesByView.keySet().stream()
                .mapToLong(view -> shownBy(view, head))
                .min()
                .orElse(head);
    }

    private long shownBy(String view, long position) {
        long token = database.sql(TOKEN).param("view", view).query(Long.class).single();
        if (token >= position) {
            return position;
        }
        var missing = record.firstOf(typesByView.getOrDefault(view, List.of()), token, position);
        return missing == 0 ? position : missing - 1;
    }

    @Override
    public void await(long position) {
        if (position > head()) {
            throw new BeyondHead();
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var view : typesByView.keySet()) {
            while (shownBy(view, position) < position) {
                if (System.nanoTime() > end) {
                    throw new NotYetVisible();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
