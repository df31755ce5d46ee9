package org.matterledger.launcher.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.Confidential;
import org.matterledger.command.matter.MatterCommands;
import org.matterledger.query.Positions;
import org.matterledger.query.StoredJson;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A firm in Kyiv after an import of made-up mail: one client answered the same day but left without news once, one
 * answered late, one left in silence. The run is written down as an import does.
 */
final class ImportedFirm implements AutoCloseable {

    static final String RUN = "import-of-samples";
    static final String POLISH = "Żółta Łódź, umowa";
    static final String CYRILLIC = "Постачання зерна";
    static final String UNANSWERED = "Die Mühle, Lieferung";

    final ToldFirm told;
    final String polish;
    final String cyrillic;
    final String unanswered;
    final String roundTheClock;

    ImportedFirm(Path home) throws IOException {
        told = new ToldFirm(home);
        roundTheClock = told.firm.integration.post("/calendars", """
                        {"name": "Round the clock", "zone": "Europe/Kyiv", "alwaysOpen": true, "week": {}}""").get("id");
        now("2026-02-02T09:00");
        polish = matter(POLISH);
        cyrillic = matter(CYRILLIC);
        unanswered = matter(UNANSWERED);
        writes("2026-02-03T10:00", polish);
        answers("2026-02-03T10:40", polish);
        writes("2026-02-04T10:00", cyrillic);
        writes("2026-02-05T11:00", unanswered);
        answers("2026-02-09T12:00", cyrillic);
        writes("2026-02-10T16:00", polish);
        answers("2026-02-11T10:00", polish);
        answers("2026-02-19T10:00", cyrillic);
        answers("2026-03-02T10:00", cyrillic);
        answers("2026-03-05T10:00", polish);
        now("2026-03-13T18:00");
        List.of(polish, cyrillic, unanswered).forEach(this::letTimePass);
        writeDown("2026-03-13T18:00");
        told.firm.server.bean(Positions.class).await(head());
    }

    long head() {
        return told.firm.server.bean(Positions.class).head();
    }

    private void now(String local) {
        told.clock.set(ToldMatter.at(local));
    }

    private String matter(String title) {
        var reply = told.firm.integration.post(
                "/matters", told.firm.matterBody(title).replace(told.firm.calendar, told.kyiv));
        return expected(reply).get("id");
    }

    /** @return the position at which that is recorded */
    String writes(String local, String matter) {
        now(local);
        return expected(told.firm.integration.post(
                        "/matters/" + matter + "/messages", """
                {"from": "%s", "channel": "MAIL", "occurredAt": "%s"}""".formatted(told.firm.person, ToldMatter.at(local))))
                .header("Ledger-Position");
    }

    private void answers(String local, String matter) {
        now(local);
        expected(told.firm.integration.post("/matters/" + matter + "/sent-messages", """
                {"staff": "%s", "to": ["%s"], "channel": "MAIL", "nature": "SUBSTANTIVE", "occurredAt": "%s"}""".formatted(
                        told.firm.partnerId, told.firm.person, ToldMatter.at(local))));
    }

    private static Api.Reply expected(Api.Reply reply) {
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.status() + " " + reply.text());
        }
        return reply;
    }

    private void letTimePass(String matter) {
        told.firm
                .server
                .bean(CommandPort.class)
                .send(
                        new Caller("ledger", null, Set.of(), null, "", null, "import", null),
                        MatterCommands.letTimePass(new MatterId(matter)));
    }

    private void writeDown(String until) {
        var db = told.firm.server.bean(JdbcClient.class);
        var instant = ToldMatter.at(until);
        db.sql("""
                        insert into command.mail_import (run_id, started_at, ended_at, until, terms, read, imported,
                               duplicates, broken, unassigned, threads, skipped)
                        values (:run, :at::timestamptz, :at::timestamptz, :at::timestamptz, '{}', 14, 9, 1, 1, 1, 5,
                                '{"BULK": 2}')""").param("run", RUN).param("at", instant.toString()).update();
        for (var matter : List.of(polish, cyrillic, unanswered)) {
            db.sql("insert into command.mail_import_matter values (:run, :matter)")
                    .param("run", RUN)
                    .param("matter", matter)
                    .update();
        }
        setAside(0, "BROKEN", "NO_HEADER", "inbox/9.");
        setAside(1, "SKIPPED", "BULK", "inbox/7.");
        setAside(2, "UNASSIGNED", "SENDER_UNKNOWN", "inbox/8.");
    }

    private void setAside(int number, String what, String reason, String place) {
        var sealed = told.firm.server.bean(Confidential.class).seal(RUN, place);
        told.firm
                .server
                .bean(JdbcClient.class)
                .sql("insert into command.mail_import_message values (:run, :number, :what, :reason, :place::jsonb)")
                .param("run", RUN)
                .param("number", number)
                .param("what", what)
                .param("reason", reason)
                .param("place", told.firm.server.bean(StoredJson.class).write(sealed))
                .update();
    }

    /** A matter of its own, in which nobody wrote yet, and the run that tells it up to a later day. */
    String runOverAnother(String run) {
        var matter = matter("One more");
        var db = told.firm.server.bean(JdbcClient.class);
        db.sql(
                        "insert into command.mail_import (run_id, started_at, until, terms) values (:run, now(), :at::timestamptz, '{}')")
                .param("run", run)
                .param("at", ToldMatter.at("2026-03-20T18:00").toString())
                .update();
        db.sql("insert into command.mail_import_matter values (:run, :matter)")
                .param("run", run)
                .param("matter", matter)
                .update();
        return matter;
    }

    @Override
    public void close() {
        told.close();
    }
}
