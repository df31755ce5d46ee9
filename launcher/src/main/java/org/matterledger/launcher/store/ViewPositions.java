package org.matterledger.launcher.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.matterledger.command.SagaType;
import org.matterledger.command.WorkList;
import org.matterledger.events.EventTypes;
import org.matterledger.launcher.database.SharedLook;
import org.matterledger.query.Positions;
import org.matterledger.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the views have come by their tokens in the database, so that it holds whichever node runs them. A token lags behind
 * events that its view doesn't handle; such events don't count. Those who wait are woken by the views of this node, and
 * look together.
 */
final class ViewPositions implements Positions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a view on another node is left unasked. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** What the slowest segment of each view has taken in. */
    private static final String TOKENS = """
            select t.processor_name,
                   min(case when t.token is null then 0
                            else (convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint end)
            from query.token t group by t.processor_name""";

    /** What the slowest segment of a saga or a work list has followed. */
    private static final String FOLLOWED = """
            select min(case when t.token is null then 0
                            else (convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint end)
            from command.token t where t.processor_name = :follower having count(*) > 0""";

    private final RecordStore record;
    private final JdbcClient database;
    private final ViewNews news;
    private final Map<String, List<String>> typesByView;
    private final Map<String, Nothing> nothingBetween = new ConcurrentHashMap<>();
    private final Map<String, List<String>> typesByFollower;
    private final SharedLook<Shown> look = new SharedLook<>(this::ask);

    /** Behind a token, up to a position, there was nothing that a view shows: the record does not change there any more. */
    private record Nothing(long token, long upTo) {}

    /**
     * @param head where the record ends
     * @param byView up to where each view shows all that it shows
     */
    private record Shown(long head, Map<String, Long> byView) {

        long byAll() {
            return byView.values().stream().mapToLong(Long::longValue).min().orElse(head);
        }
    }

    ViewPositions(
            RecordStore record,
            JdbcClient database,
            EventTypes events,
            List<Projection> views,
            List<SagaType<?>> sagas,
            List<WorkList> lists,
            ViewNews news) {
        this.record = record;
        this.database = database;
        this.news = news;
        this.typesByView = views.stream()
                .collect(Collectors.toUnmodifiableMap(Projection::name, view -> HandledEvents.of(view, events)));
        this.typesByFollower = new HashMap<>();
        sagas.forEach(saga -> typesByFollower.put(saga.name(), HandledEvents.of(saga.saga(), events)));
        lists.forEach(list -> typesByFollower.put(
                list.name(),
                list.handlers().stream()
                        .flatMap(handler -> HandledEvents.of(handler.getClass(), events).stream())
                        .distinct()
                        .toList()));
    }

    private Shown ask() {
        var head = record.head();
        Map<String, Long> tokens = new HashMap<>();
        database.sql(TOKENS).query(row -> {
            tokens.put(row.getString(1), row.getLong(2));
        });
        Map<String, Long> byView = new HashMap<>();
        typesByView.forEach(
                (view, types) -> byView.put(view, shownBy(view, types, tokens.getOrDefault(view, 0L), head)));
        return new Shown(head, byView);
    }

    private long shownBy(String view, List<String> types, long token, long head) {
        var known = nothingBetween.get(view);
        var from = known == null || token < known.token() ? token : Math.max(token, known.upTo());
        if (from >= head) {
            return head;
        }
        var missing = record.firstOf(types, from, head);
        if (missing > 0) {
            return missing - 1;
        }
        nothingBetween.put(view, new Nothing(token, head));
        return head;
    }

    @Override
    public long head() {
        return look.now().head();
    }

    @Override
    public long shown() {
        return look.now().byAll();
    }

    Map<String, Views.Progress> progress() {
        var shown = look.now();
        Map<String, Views.Progress> progress = new HashMap<>();
        shown.byView().forEach((view, position) -> progress.put(view, new Views.Progress(position, shown.head())));
        return progress;
    }

    @Override
    public void await(long position) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var upcoming = news.upcoming();
            var shown = look.now();
            if (position > shown.head()) {
                throw new BeyondHead();
            }
            if (shown.byAll() >= position) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new NotYetVisible();
            }
            ViewNews.await(upcoming, PAUSE);
        }
    }

    @Override
    public void awaitTold(long position) {
        await(position);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (typesByFollower.entrySet().stream().anyMatch(of -> behind(of.getKey(), of.getValue(), position))) {
            if (System.nanoTime() > end) {
                throw new NotYetVisible();
            }
            ViewNews.await(news.upcoming(), PAUSE);
        }
    }

    private boolean behind(String follower, List<String> types, long position) {
        var token = database.sql(FOLLOWED)
                .param("follower", follower)
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (token >= position) {
            return false;
        }
        var missing = record.firstOf(types, token, position);
        return missing != 0;
    }
}
