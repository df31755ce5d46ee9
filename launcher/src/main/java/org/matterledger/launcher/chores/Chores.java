package org.matterledger.launcher.chores;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matterledger.command.Chore;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.time.LedgerClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls each chore every second with the ledger's time, each on a thread of its own; {@code ledger.chores.pause} says
 * otherwise. The clock is asked anew for each
 * round, so that whoever moves it is followed.
 */
@Component
@Profile("command & !console")
public final class Chores implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    /** Shorter ones would do nothing but ask the database whether there is anything to do. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private static final long PATIENCE_SECONDS = 20;

    private final List<Chore> chores;
    private final LedgerClock clock;
    private final Duration pause;
    private final ScheduledExecutorService schedule;
    private final Map<Chore, Lock> turns;
    private final ConcurrentMap<String, String> failing = new ConcurrentHashMap<>();

    /**
     * @param pause from the end of one round to the next
     * @throws CannotRun where it is too short
     */
    Chores(List<Chore> chores, LedgerClock clock, @Value("${ledger.chores.pause:1s}") Duration pause) {
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            throw new CannotRun("ledger.chores.pause is at least " + SHORTEST_PAUSE.toMillis() + "ms");
        }
        this.chores = List.copyOf(chores);
        this.turns = chores.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), chore -> new ReentrantLock()));
        this.clock = clock;
        this.pause = pause;
        this.schedule = Executors.newScheduledThreadPool(
                Math.max(1, chores.size()),
                Thread.ofPlatform().name("ledger-chores-", 0).daemon().factory());
    }

    /** Begins once the ledger takes requests. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        chores.forEach(chore ->
                schedule.scheduleWithFixedDelay(() -> round(chore), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A round of each, now: for whoever has moved the clock, and waits for what that brought about. */
    public void roundOfEach() {
        chores.forEach(this::round);
    }

    /** When the clock next brings one of them something to do, if that is after an instant and not after another. */
    public Optional<Instant> next(Instant after, Instant upTo) {
        return chores.stream()
                .map(chore -> chore.next(after, upTo))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void round(Chore chore) {
        var turn = Objects.requireNonNull(turns.get(chore));
        turn.lock();
        try {
            chore.round(clock.now());
            if (failing.remove(chore.name()) != null) {
                LOG.warn("The {} goes on", chore.name());
            }
        } catch (Chore.Hindered e) {
            var why = String.valueOf(e.getMessage());
            if (!why.equals(failing.put(chore.name(), why))) {
                LOG.error("The {} is hindered, and tries again and again: {}", chore.name(), why);
            }
        } catch (RuntimeException | Error e) {
            if (failing.put(chore.name(), String.valueOf(e.getMessage())) == null) {
                LOG.error("The {} failed, and is tried again and again", chore.name(), e);
            }
        } finally {
            turn.unlock();
        }
    }

    /** The chores whose last round failed, with the reason. */
    public Map<String, String> failing() {
        return new TreeMap<>(failing);
    }

    /** Lets the rounds in progress come to their end; what they leave undone, the next start finds. */
    @Override
    public void destroy() throws InterruptedException {
        schedule.shutdown();
        if (!schedule.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            schedule.shutdownNow();
        }
    }
}
