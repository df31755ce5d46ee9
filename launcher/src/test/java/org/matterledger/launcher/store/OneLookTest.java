package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Refused;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.launcher.store.Colleague.Promote;
import org.matterledger.launcher.store.Colleague.PromoteLike;
import org.matterledger.values.StaffId;

/** A command reads its claims, its stream's tail and its neighbours in one look, and still sees the present. */
class OneLookTest {

    private final DatabaseAccess access = TestDatabase.fresh();
    private final LedgerDataSource database = new LedgerDataSource(access);
    private final String colleague = StaffId.random().value();
    private final String example = StaffId.random().value();
    private final List<List<String>> looks = new ArrayList<>();
    private TestNode node;
    private TestNode other;

    @BeforeEach
    void start() {
        node = TestNode.over(access, codec -> new Watched(new PostgresRecordStore(database, database, codec), looks))
                .start();
        other = new TestNode(access).start();
        node.send(new Begin(colleague));
        node.send(new Begin(example));
        assertThatThrownBy(() -> node.send("first", new PromoteLike(colleague, example)))
                .isInstanceOf(Refused.class);
        looks.clear();
    }

    @AfterEach
    void stop() {
        node.close();
        other.close();
        database.close();
    }

    @Test
    void is_enough_for_a_stream_whose_neighbours_are_known_from_the_last_command() {
        node.send(new Promote(example));
        looks.clear();
        node.send("second", new PromoteLike(colleague, example));
        assertThat(looks)
                .singleElement()
                .satisfies(look -> assertThat(look).hasSize(3).contains(colleague, example));
    }

    @Test
    void is_enough_for_a_stream_that_this_node_never_met_and_that_asks_as_its_kind_does() {
        var newcomer = StaffId.random().value();
        other.send(new Begin(newcomer));
        other.send(new Promote(newcomer));
        other.send(new Promote(example));
        assertThat(node.send("second", new PromoteLike(newcomer, example)).version())
                .isEqualTo(2);
        assertThat(looks)
                .singleElement()
                .satisfies(look -> assertThat(look).hasSize(3).contains(newcomer, example));
    }

    @Test
    void takes_no_stream_for_its_own_neighbour_though_another_of_its_kind_asked_for_it() {
        other.send(new Promote(example));
        node.send("second", new PromoteLike(colleague, example));
        node.memory.forgetAll();
        assertThat(node.send("third", new Change(example)).version()).isEqualTo(2);
        assertThat(node.send("fourth", new PromoteLike(example, example)).version())
                .isEqualTo(3);
    }

    @Test
    void sees_what_another_node_recorded_for_a_neighbour() {
        other.send(new Promote(example));
        assertThat(node.send("second", new PromoteLike(colleague, example)).recorded())
                .isTrue();
    }

    @Test
    void that_foresaw_the_wrong_neighbour_is_followed_by_another() {
        var stranger = StaffId.random().value();
        other.send(new Begin(stranger));
        other.send(new Promote(stranger));
        assertThat(node.send("second", new PromoteLike(colleague, stranger)).recorded())
                .isTrue();
        assertThat(looks).hasSize(2).last().isEqualTo(List.of(stranger));
    }

    @Test
    void finds_the_claim_that_another_node_took() {
        other.send(new Promote(example));
        var first = other.send("key", new PromoteLike(colleague, example));
        var again = node.send("key", new PromoteLike(colleague, example));
        assertThat(again.repeated()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
        assertThat(looks).hasSize(1);
    }

    /** Writes down which streams were looked at together. */
    private record Watched(RecordStore store, List<List<String>> looks) implements RecordStore {

        @Override
        public EventStore events() {
            return store.events();
        }

        @Override
        public long head() {
            return store.head();
        }

        @Override
        public long positionOfAppend() {
            return store.positionOfAppend();
        }

        @Override
        public long firstOf(Collection<String> types, long after, long upTo) {
            return store.firstOf(types, after, upTo);
        }

        @Override
        public Map<String, DomainEventStream> tails(Map<String, Long> firstSequences) {
            looks.add(List.copyOf(firstSequences.keySet()));
            return store.tails(firstSequences);
        }

        @Override
        public boolean looksFromTheStart() {
            return store.looksFromTheStart();
        }

        @Override
        public Optional<Claimed> claim(String stream) {
            looks.add(List.of(stream));
            return store.claim(stream);
        }

        @Override
        public Look look(List<String> claims, Map<String, Long> firstSequences) {
            var look = new ArrayList<>(claims);
            look.addAll(firstSequences.keySet());
            looks.add(look);
            return store.look(claims, firstSequences);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
