package org.matterledger.launcher.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.LedgerAggregate;
import org.matterledger.command.LedgerCommand;
import org.matterledger.command.LedgerState;
import org.matterledger.command.Outcome;
import org.matterledger.events.LedgerMetadata;
import org.matterledger.launcher.time.LedgerClock;

/**
 * Executes one command in a root unit of work of its own: takes its claims, waits for its stream, recalls it with its
 * tail, lets it decide, and appends what it decided together with the claims, in one append.
 */
final class CommandExecution {

    private static final Duration CLAIM_PATIENCE = Duration.ofSeconds(2);
    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final String IMPORT = "import";

    private final RecordStore record;
    private final StreamMemory memory;
    private final StreamLocks locks;
    private final NeighbourStreams neighbours;
    private final LedgerClock clock;
    private final CorrelationDataProvider correlation;

    /** Calls the command's handler within the unit of work. */
    @FunctionalInterface
    interface Handling {
        Object handle(DefaultUnitOfWork<CommandMessage<?>> unitOfWork) throws Exception;
    }

    CommandExecution(
            RecordStore record,
            StreamMemory memory,
            StreamLocks locks,
            NeighbourStreams neighbours,
            LedgerClock clock,
            CorrelationDataProvider correlation) {
        this.record = record;
        this.memory = memory;
        this.locks = locks;
        this.neighbours = neighbours;
        this.clock = clock;
        this.correlation = correlation;
    }

    Answered execute(CommandMessage<?> message, Request request, Handling handling) {
        refuseNesting();
        var stream = ((LedgerCommand) message.getPayload()).stream();
        Deque<StreamLocks.Held> held = new ArrayDeque<>();
        try {
            request.claims().forEach(claim -> held.push(acquire(claim, CLAIM_PATIENCE, RefusedRequest.InFlight::new)));
            var free = locks.ifFree(stream);
            if (free.isPresent()) {
                held.push(free.get());
                return attempt(message, request, request.claims(), stream, handling);
            }
            // a key that was used before is answered without waiting for the stream
            var first = firstAnswer(request);
            if (first.isPresent()) {
                return first.get();
            }
            held.push(acquire(
                    stream, STREAM_PATIENCE, () -> new LedgerUnavailable("Too many commands wait for " + stream)));
            return attempt(message, request, List.of(), stream, handling);
        } finally {
            held.forEach(StreamLocks.Held::close);
        }
    }

    private static void refuseNesting() {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("A command runs in a unit of work of its own; it can't be sent from within "
                    + CurrentUnitOfWork.get().getMessage());
        }
    }

    private StreamLocks.Held acquire(String stream, Duration patience, Supplier<RuntimeException> otherwise) {
        try {
            return locks.acquire(stream, patience);
        } catch (StreamLocks.TooLong e) {
            throw otherwise.get();
        }
    }

    /** The answer that was given when one of the claims was first taken. */
    private Optional<Answered> firstAnswer(Request request) {
        for (var claim : request.claims()) {
            var claimed = record.claim(claim);
            if (claimed.isPresent()) {
                return Optional.of(firstAnswer(request, claimed.get()));
            }
        }
        return Optional.empty();
    }

    private static Answered firstAnswer(Request request, RecordStore.Claimed claimed) {
        if (!claimed.claim().fingerprint().equals(request.fingerprint())) {
            throw new RefusedRequest.KeyReused();
        }
        return Answered.repeated(claimed);
    }

    /** @param claims those that were not looked at yet */
    private Answered attempt(
            CommandMessage<?> message, Request request, List<String> claims, String stream, Handling handling) {
        var unseen = claims;
        for (var attempt = 1; ; attempt++) {
            try {
                return decide(message, request, unseen, stream, handling);
            } catch (ConcurrencyException conflict) {
                memory.forget(stream);
                var first = firstAnswer(request);
                if (first.isPresent()) {
                    return first.get();
                }
                unseen = List.of();
                if (attempt == ATTEMPTS) {
                    throw new LedgerUnavailable("Other nodes keep writing to " + stream + "; try again", conflict);
                }
            } catch (Throwable e) {
                memory.forget(stream);
                throw e;
            }
        }
    }

    /** Looks once at the claims, the stream and the neighbours that it most likely asks for, then decides. */
    private Answered decide(
            CommandMessage<?> message, Request request, List<String> claims, String stream, Handling handling) {
        var known = memory.known(stream);
        var foreseen = neighbours.foreseen(stream);
        var wanted = foreseen.firstSequences();
        if (known.isPresent() || record.looksFromTheStart()) {
            wanted.put(
                    stream, known.map(remembered -> remembered.sequence() + 1).orElse(0L));
        }
        var look = record.look(claims, wanted);
        if (look.taken().isPresent()) {
            return firstAnswer(request, look.taken().get());
        }
        var recalled = recalled(stream, known, look.tails().get(stream));
        return decide(message, request, stream, handling, recalled, neighbours.seen(stream, foreseen, look.tails()));
    }

    private Remembered recalled(String stream, Optional<Remembered> known, @Nullable DomainEventStream seen) {
        if (seen == null) {
            return memory.readAnew(stream);
        }
        return known.map(remembered -> memory.recall(stream, remembered, seen))
                .orElseGet(() -> memory.readAnew(stream, seen));
    }

    private Answered decide(
            CommandMessage<?> message,
            Request request,
            String stream,
            Handling handling,
            Remembered recalled,
            NeighbourStreams.Seen seen) {
        var expected = request.expectedVersion();
        if (expected != null && expected != recalled.sequence()) {
            throw new RefusedRequest.StaleVersion(expected, recalled.sequence());
        }
        var simulated = simulated(message, recalled);
        var time = ledgerTime(message, simulated, recalled.notedAt());
        CommandMessage<?> timed = message.andMetaData(
                simulated
                        ? Map.of(
                                LedgerMetadata.NOTED_AT,
                                time.toString(),
                                LedgerMetadata.IMPORTED_AT,
                                clock.now().toString())
                        : Map.of(LedgerMetadata.NOTED_AT, time.toString()));
        // started by executeWithResult, which unbinds it from the thread whatever is thrown: nothing can fail in
        // between
        DefaultUnitOfWork<CommandMessage<?>> unitOfWork = new DefaultUnitOfWork<>(timed);
        unitOfWork.registerCorrelationDataProvider(correlation);
        unitOfWork.resources().put(LedgerRepository.RECALLED, recalled);
        unitOfWork.resources().put(NeighbourStreams.SEEN, seen);
        var position = new long[1];
        unitOfWork.onCommit(u -> position[0] = record.positionOfAppend());
        var result = unitOfWork.executeWithResult(() -> {
            var outcome = (Outcome) handling.handle(unitOfWork);
            claim(request, outcome, stream, version(unitOfWork, recalled), time);
            return outcome;
        });
        if (result.isExceptional()) {
            throw asRuntime(result.exceptionResult(), stream);
        }
        return answered(unitOfWork, (Outcome) result.getPayload(), recalled, stream, time, !simulated, position[0]);
    }

    /** Simulated time is for imports, and only where nothing was known at the clock's time yet. */
    private static boolean simulated(CommandMessage<?> message, Remembered recalled) {
        return IMPORT.equals(message.getMetaData().get(LedgerMetadata.ORIGIN))
                && message.getMetaData().containsKey(LedgerMetadata.NOTED_AT)
                && !recalled.live();
    }

    /** The time that came with the command; what an import tells of a stream that lives is known now. */
    private Instant ledgerTime(CommandMessage<?> message, boolean simulated, Instant notBefore) {
        var given = (String) message.getMetaData().get(LedgerMetadata.NOTED_AT);
        var imported = IMPORT.equals(message.getMetaData().get(LedgerMetadata.ORIGIN));
        var time = given == null || (imported && !simulated) ? clock.now() : Instant.parse(given);
        return time.isBefore(notBefore) ? notBefore : time;
    }

    private void claim(Request request, Outcome outcome, String stream, long version, Instant time) {
        for (var claim : request.claims()) {
            var taken = Answered.claim(claim, request.fingerprint(), outcome, stream, version, time);
            record.events().publish(new GenericDomainEventMessage<>("claim", claim, 0, taken));
        }
    }

    private Answered answered(
            DefaultUnitOfWork<?> unitOfWork,
            Outcome outcome,
            Remembered recalled,
            String stream,
            Instant time,
            boolean live,
            long position) {
        var version = version(unitOfWork, recalled);
        if (version > recalled.sequence()) {
            memory.remember(stream, new Remembered(version, time, live, state(unitOfWork), recalled.snapshot()));
        }
        return new Answered(outcome, stream, version, position > 0 ? position : record.head(), false);
    }

    private static long version(DefaultUnitOfWork<?> unitOfWork, Remembered recalled) {
        EventSourcedAggregate<?> aggregate = unitOfWork.getResource(LedgerRepository.AGGREGATE);
        // A new stream that refused its first command has no version: it doesn't exist.
        return aggregate == null || aggregate.version() == null ? recalled.sequence() : aggregate.version();
    }

    private static LedgerState<?> state(DefaultUnitOfWork<?> unitOfWork) {
        EventSourcedAggregate<? extends LedgerAggregate<?>> aggregate =
                unitOfWork.getResource(LedgerRepository.AGGREGATE);
        return aggregate.getAggregateRoot().state();
    }

    private static RuntimeException asRuntime(Throwable failure, String stream) {
        if (failure instanceof AggregateNotFoundException) {
            return new RefusedRequest.Unknown(stream);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("A command failed: " + failure.getMessage(), failure);
    }
}
