package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.store.Views;
import org.matterledger.launcher.store.WorkLists;
import org.matterledger.query.Positions;
import org.matterledger.query.Projection;

/**
 * S-64: everything that was made of the events is thrown away and made again, with the chores running. Readers are told the
 * same, byte by byte; nobody is told anything twice, and nothing is owed that was not.
 */
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RUN = "import-of-samples";

    @TempDir
    Path home;

    @Test
    void S_64_replay() {
        try (var firm = FollowedFirm.open(home)) {
            var busy = told(firm);
            var before = answers(firm, busy);
            var recorded = record(firm);
            assertThat(String.join("", before.values()))
                    .contains("MET_RECORDED_LATE", "LATE_ENTRY", "REPLACED", "CANCELLED", "OVERDUE", "Supply contract");
            assertThat(recorded).containsKeys("events", "outbox", "due");
            assertThat(Objects.requireNonNull(recorded.get("outbox"))).hasSizeGreaterThan(3);

            rebuildAll(firm);

            var after = answers(firm, busy);
            before.forEach((path, body) -> assertThat(after.get(path)).as(path).isEqualTo(body));
            assertThat(record(firm)).isEqualTo(recorded);
        }
    }

    /** Two matters, one left in silence, one in which much happened: kept, missed, promised anew, told late, waived. */
    private static String told(FollowedFirm firm) {
        firm.at("2026-02-09T09:00");
        firm.matter();
        var busy = firm.matter();
        firm.at("2026-02-10T10:00");
        firm.write(busy);
        firm.at("2026-02-10T11:00");
        act(firm, busy, "/holding-replies", "\"promisedFor\": \"2026-02-13\"");
        act(firm, busy, "/holding-replies", "\"promisedFor\": \"2026-02-12\"");
        fact(firm, busy, "/tasks", "\"form\": \"WRITTEN\", \"description\": \"Draft it.\"", "person");
        fact(firm, busy, "/complaints", "\"words\": \"Too slow.\", \"channel\": \"PHONE\"", "person");
        firm.at("2026-02-12T14:00");
        firm.write(busy);
        firm.at("2026-02-13T10:00");
        firm.write(busy);
        firm.at("2026-02-16T09:20");
        settled(firm);
        fact(firm, busy, "/calls", """
                "callFrom": "FIRM", "staff": "%s", "channel": "PHONE", "answered": true""".formatted(firm.olha), "person", "2026-02-12T15:30:00Z");
        firm.write(busy);
        act(firm, busy, "/updates", "\"kind\": \"PROGRESS\", \"summary\": \"As it stands.\"");
        firm.at("2026-02-24T12:00");
        firm.rows().sql("""
                        insert into command.mail_import (run_id, started_at, ended_at, until, terms, read, imported,
                               duplicates, broken, unassigned, threads, skipped)
                        values (:run, now(), now(), '2026-02-24T10:00:00Z', '{}', 4, 4, 0, 0, 0, 1, '{}')""").param("run", RUN).update();
        firm.rows()
                .sql("insert into command.mail_import_matter values (:run, :matter)")
                .param("run", RUN)
                .param("matter", busy)
                .update();
        settled(firm);
        return busy;
    }

    private static void act(FollowedFirm firm, String matter, String path, String more) {
        expected(firm.integration.post(
                "/matters/" + matter + path,
                "{\"channel\": \"MAIL\", \"to\": [\"" + firm.marta + "\"], " + more + "}",
                "On-Behalf-Of",
                firm.olha));
    }

    private static void fact(FollowedFirm firm, String matter, String path, String more, String person) {
        fact(firm, matter, path, more, person, firm.now().toString());
    }

    private static void fact(
            FollowedFirm firm, String matter, String path, String more, String person, String occurredAt) {
        expected(firm.integration.post(
                "/matters/" + matter + path, """
                        {"%s": "%s", "occurredAt": "%s", %s}""".formatted(person, firm.marta, occurredAt, more)));
    }

    private static void expected(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** Until the chores have nothing more to say at this time, and everybody has heard it. */
    private static void settled(FollowedFirm firm) {
        await().atMost(PATIENCE).until(() -> {
            var head = firm.node().bean(Positions.class).head();
            var rounds = firm.rounds();
            await().atMost(PATIENCE).until(() -> firm.rounds() > rounds + 6);
            return caughtUp(firm) && firm.node().bean(Positions.class).head() == head;
        });
    }

    private static boolean caughtUp(FollowedFirm firm) {
        return firm.node().bean(Positions.class).shown()
                        == firm.node().bean(Positions.class).head()
                && Stream.of("follow-up", "due-matters")
                        .allMatch(name -> processor(firm, name).processingStatus().values().stream()
                                .allMatch(status -> status.isCaughtUp() && !status.isReplaying()))
                && firm.rows()
                                .sql(
                                        "select count(*) from command.due_matter where open and (next_at <= :now::timestamptz or awaits > seen)")
                                .param("now", firm.now().toString())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    private static StreamingEventProcessor processor(FollowedFirm firm, String name) {
        return firm.node()
                .bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Every view, the due list, and the saga that tells; with the chores running beside it. */
    private static void rebuildAll(FollowedFirm firm) {
        var follower = processor(firm, "follow-up");
        follower.shutDown();
        firm.rows().sql("delete from command.saga").update();
        firm.rows().sql("delete from command.saga_association").update();
        firm.rows()
                .sql("delete from command.token where processor_name = 'follow-up'")
                .update();
        follower.start();
        firm.node().bean(WorkLists.class).rebuild("due-matters");
        var views = firm.node().bean(Views.class);
        firm.node().beans(Projection.class).forEach(view -> views.rebuild(view.name()));
        settled(firm);
    }

    private static Map<String, String> answers(FollowedFirm firm, String busy) {
        var bodies = new LinkedHashMap<String, String>();
        var matter = "/matters/" + busy;
        Stream.of(
                        "/silence",
                        "/work-list",
                        "/obligations",
                        "/suggestions/no-answer",
                        "/matters",
                        "/clients",
                        "/staff",
                        "/calendars",
                        "/policies",
                        "/notices",
                        "/mail-imports/" + RUN,
                        "/mail-imports/" + RUN + "?silenceLimit=3",
                        matter,
                        matter + "/channels",
                        matter + "/obligations",
                        matter + "/timeline",
                        matter + "/as-of?at=2026-02-12T17:00:00Z&known=then",
                        matter + "/as-of?at=2026-02-12T17:00:00Z&known=now",
                        matter + "/as-of/difference?at=2026-02-12T17:00:00Z",
                        matter + "/as-of?at=2026-02-24T10:00:00Z&known=now")
                .forEach(path -> bodies.put(path, body(firm, path, firm.petro)));
        bodies.put("/work-list of Olha", body(firm, "/work-list", firm.olha));
        return bodies;
    }

    private static String body(FollowedFirm firm, String path, String reader) {
        var reply = firm.integration.get(path, "On-Behalf-Of", reader);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        return reply.text();
    }

    /** What stays of the events: how many there are, what was told to whom, and when the clock moves which matter. */
    private static Map<String, List<String>> record(FollowedFirm firm) {
        return Map.of(
                "events", rows(firm, "select count(*)::text from ledger.event"),
                "outbox", rows(firm, "select o::text from command.outbox o order by number"),
                "due", rows(firm, """
                        select 'd' || i::text from command.due_instant i
                        union all
                        select 'm' || matter_id || ' ' || calendar_version || ' ' || open || ' ' || imported || ' '
                               || coalesce(next_at::text, '-')
                          from command.due_matter
                        order by 1"""));
    }

    private static List<String> rows(FollowedFirm firm, String sql) {
        return firm.rows().sql(sql).query(String.class).list();
    }
}
