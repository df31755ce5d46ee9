package org.matterledger.launcher.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Duration;
import java.util.List;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.events.StaffEvent.StaffRegistered;
import org.matterledger.events.StaffEvent.StaffRolesChanged;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.store.Colleague.Begin;
import org.matterledger.launcher.store.Colleague.Change;
import org.matterledger.values.StaffId;

/** Sagas that begin, go on and end within one batch of events, or over several. */
class SagaBatchTest {

    private static final int LAST = 3;

    private final DatabaseAccess access = TestDatabase.fresh();
    private final String stays = StaffId.random().value();
    private final String ends = StaffId.random().value();
    private final String endsLater = StaffId.random().value();
    private TestNode node = new TestNode(access).start();

    /** Ends with the third change. Public, since Axon makes sagas by reflection. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static final class ThreeChangesSaga {

        private int changes;

        public ThreeChangesSaga() {}

        @StartSaga
        @SagaEventHandler(associationProperty = "staffId")
        void on(StaffRegistered event) {
            changes = 0;
        }

        @SagaEventHandler(associationProperty = "staffId")
        void on(StaffRolesChanged event) {
            changes++;
            if (changes == LAST) {
                SagaLifecycle.end();
            }
        }
    }

    @BeforeEach
    void everything_is_in_hand_at_once() {
        for (var colleague : List.of(stays, ends, endsLater)) {
            node.send(new Begin(colleague));
        }
        change(stays, 2);
        change(ends, 3);
        change(endsLater, 2);
        node.close();
        node = new TestNode(access).start(List.of(), List.of(ThreeChangesSaga.class));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void change(String colleague, int times) {
        for (var i = 0; i < times; i++) {
            node.send(new Change(colleague));
        }
    }

    private List<String> sagas() {
        return node.database
                .sql("select a.association_value, s.serialized_saga from command.saga s"
                        + " join command.saga_association a using (saga_id) order by 1")
                .query((row, n) -> row.getString(1) + " " + new String(row.getBytes(2), UTF_8))
                .list();
    }

    private void awaitSagas(String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sagas()).containsExactlyInAnyOrder(expected));
    }

    private static String changed(String colleague, int times) {
        return colleague + " {\"changes\":" + times + "}";
    }

    private long rows(String table) {
        return node.database
                .sql("select count(*) from command." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void are_kept_as_their_last_event_left_them_and_go_when_they_end() {
        awaitSagas(changed(stays, 2), changed(endsLater, 2));

        change(endsLater, 1);
        change(stays, 1);
        awaitSagas();
        assertThat(rows("saga")).isZero();
        assertThat(rows("saga_association")).isZero();
    }

    @Test
    void of_different_batches_are_read_where_the_last_one_left_them() {
        awaitSagas(changed(stays, 2), changed(endsLater, 2));
        var late = StaffId.random().value();
        node.send(new Begin(late));
        awaitSagas(changed(stays, 2), changed(endsLater, 2), changed(late, 0));
        change(late, 1);
        awaitSagas(changed(stays, 2), changed(endsLater, 2), changed(late, 1));
        assertThat(rows("saga")).isEqualTo(3);
        assertThat(rows("saga_association")).isEqualTo(3);
    }
}
