package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A followed firm whose notices may leave by mail, and what becomes of them. */
record OpenPost(FollowedFirm firm) implements AutoCloseable {

    static final String OLHA = "olha@firm.example";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Enough for each chore of two nodes to begin twice. */
    private static final int ROUNDS = 14;

    /** Olha's address is known. */
    static OpenPost of(Path home, Map<String, Object> settings) {
        var post = withoutAddress(home, settings);
        post.address(post.firm.olha, OLHA);
        return post;
    }

    static OpenPost withoutAddress(Path home, Map<String, Object> settings) {
        return new OpenPost(FollowedFirm.open(home, settings));
    }

    void address(String staff, String address) {
        var given = firm.integration.post(
                "/staff/" + staff + "/address", "{\"address\": \"" + address + "\"}", "On-Behalf-Of", staff);
        assertThat(given.status()).as(given.text()).isEqualTo(201);
    }

    /** A matter in which Marta wrote on Tuesday and nobody answered; it is the end of that day. */
    String unanswered() {
        firm.at("2026-02-10T14:10");
        var matter = firm.matter();
        firm.write(matter);
        firm.at("2026-02-10T18:00");
        awaitStates(matter, "WAITING");
        return matter;
    }

    /** Of the notices of a matter, in their order. */
    List<String> states(String matter) {
        return firm.rows()
                .sql("select state from command.outbox where matter_id = :matter order by number")
                .param("matter", matter)
                .query(String.class)
                .list();
    }

    void awaitStates(String matter, String... states) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(matter)).containsExactly(states));
    }

    /** Lets every chore begin its round again, so that what is done twice would be done twice by now. */
    void severalRounds() {
        var begun = firm.rounds();
        await().atMost(PATIENCE).until(() -> firm.rounds() > begun + ROUNDS);
    }

    /** Why the only notice of a matter was not delivered. */
    String failure(String matter) {
        return firm.rows()
                .sql("select coalesce(failure, '') from command.outbox where matter_id = :matter")
                .param("matter", matter)
                .query(String.class)
                .single();
    }

    /** How often the only notice of a matter was tried in vain. */
    int attempts(String matter) {
        return firm.rows()
                .sql("select attempts from command.outbox where matter_id = :matter")
                .param("matter", matter)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        firm.close();
    }
}
