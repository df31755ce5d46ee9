package org.matterledger.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.matterledger.events.LedgerEvent;
import org.matterledger.events.LedgerMetadata;

/** Given events of a stream and facts of others, when a command at a time, then events, nothing new, or a refusal. */
public final class Trial<A extends LedgerAggregate<?>> {

    private final Map<String, List<LedgerEvent>> others = new HashMap<>();
    private final TestExecutor<A> given;

    private Trial(Class<A> shell, LedgerEvent... events) {
        var fixture = new AggregateTestFixture<>(shell);
        fixture.registerInjectableResource((StreamReader) streams -> {
            var told = new HashMap<>(others);
            told.keySet().retainAll(streams);
            return told;
        });
        given = events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(List.of(events));
    }

    /** A stream in which these events happened before. */
    public static <A extends LedgerAggregate<?>> Trial<A> given(Class<A> shell, LedgerEvent... events) {
        return new Trial<>(shell, events);
    }

    /** What another stream says; seen only by a decision that asks for that stream. */
    public Trial<A> knowing(String stream, LedgerEvent... events) {
        others.computeIfAbsent(stream, ignored -> new ArrayList<>()).addAll(List.of(events));
        return this;
    }

    public Verdict<A> when(LedgerCommand command, Instant now) {
        return new Verdict<>(given.when(command, Map.of(LedgerMetadata.NOTED_AT, now.toString())));
    }

    /** What the command came to. */
    public record Verdict<A>(ResultValidator<A> result) {

        public void records(LedgerEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        /** Records events, and answers with the id of what they are about. */
        public void records_entry(String entry, LedgerEvent... events) {
            records(events);
            result.expectResultMessagePayload(Outcome.entry(entry, events));
        }

        public void records_nothing_new() {
            result.expectNoEvents().expectResultMessagePayload(Outcome.nothingNew());
        }

        /** Records nothing, and answers with the id of what was recorded before. */
        public void records_nothing_new(String entry) {
            result.expectNoEvents().expectResultMessagePayload(Outcome.nothingNew(entry));
        }

        public void is_refused_by(Rule rule) {
            result.expectNoEvents().expectResultMessagePayload(Outcome.refusedBy(rule));
        }

        public void finds_no_stream() {
            result.expectNoEvents().expectException(AggregateNotFoundException.class);
        }
    }
}
