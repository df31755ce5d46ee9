package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Confidential;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.Place;
import org.matterledger.query.StoredJson;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what a run read, and what became of it, beside the record: importing the same again adds no event. */
final class ImportRows implements RunRows {

    private static final int BATCH = 500;

    private final JdbcTemplate database;
    private final StoredJson json;
    private final Confidential confidential;

    ImportRows(JdbcTemplate database, StoredJson json, Confidential confidential) {
        this.database = database;
        this.json = json;
        this.confidential = confidential;
    }

    /** Where a run ends: its counts. */
    record Counts(
            long read,
            long imported,
            long duplicates,
            long broken,
            long unassigned,
            Map<String, Long> skipped,
            long threads) {

        Counts {
            skipped = Map.copyOf(skipped);
        }
    }

    @Override
    public String begin(Instant at, @Nullable Instant until, ImportTerms terms) {
        var run = "import-" + UUID.randomUUID();
        database.update(
                "insert into command.mail_import (run_id, started_at, until, terms) values (?, ?, ?, ?::jsonb)",
                run,
                at.atOffset(ZoneOffset.UTC),
                until == null ? null : until.atOffset(ZoneOffset.UTC),
                json.write(terms.inWords()));
        return run;
    }

    @Override
    public void matters(String run, Collection<MatterId> matters) {
        var rows = matters.stream()
                .map(matter -> new Object[] {run, matter.value()})
                .toList();
        database.batchUpdate("insert into command.mail_import_matter (run_id, matter_id) values (?, ?)", rows);
    }

    /** A message that told no matter, and why. */
    record Aside(String what, String reason, Place place) {

        static Aside broken(Broken broken) {
            return new Aside("BROKEN", broken.reason(), broken.place());
        }

        static Aside unassigned(Plan.LeftOut left) {
            return new Aside("UNASSIGNED", left.reason(), left.letter().place());
        }

        static Aside skipped(Plan.LeftOut left) {
            return new Aside("SKIPPED", left.reason(), left.letter().place());
        }
    }

    @Override
    public void leftOut(String run, Plan plan) {
        var aside = new ArrayList<Aside>();
        plan.broken().forEach(broken -> aside.add(Aside.broken(broken)));
        plan.unassigned().forEach(left -> aside.add(Aside.unassigned(left)));
        plan.skipped().forEach(left -> aside.add(Aside.skipped(left)));
        leftAside(run, aside, 0);
    }

    /**
     * Names stand in folders' names, so that places and letters are sealed with a key of the run's own.
     *
     * @param first the number of the first
     */
    void leftAside(String run, List<Aside> aside, int first) {
        var rows = new ArrayList<Object[]>();
        aside.forEach(one -> rows.add(row(run, first + rows.size(), one.what(), one.reason(), one.place())));
        for (var from = 0; from < rows.size(); from += BATCH) {
            database.batchUpdate("""
                    insert into command.mail_import_message (run_id, number, what, reason, place)
                    values (?, ?, ?, ?, ?::jsonb)""", rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }

    private Object[] row(String run, int number, String what, String reason, Place place) {
        return new Object[] {run, number, what, reason, sealed(run, place.toString())};
    }

    private String sealed(String run, String text) {
        return json.write(confidential.seal(run, text));
    }

    @Override
    public void handOver(String run) {
        database.update("update command.mail_import_matter set handed_over = true where run_id = ?", run);
        database.update("""
                update command.due_matter set imported = false where matter_id in (
                    select matter_id from command.mail_import_matter where run_id = ?)""", run);
    }

    @Override
    public void end(String run, Counts counts, @Nullable Instant at) {
        database.update(
                """
                update command.mail_import set read = ?, imported = ?, duplicates = ?, broken = ?, unassigned = ?,
                    threads = ?, skipped = ?::jsonb, ended_at = ? where run_id = ?""",
                counts.read(),
                counts.imported(),
                counts.duplicates(),
                counts.broken(),
                counts.unassigned(),
                counts.threads(),
                json.write(counts.skipped()),
                at == null ? null : at.atOffset(ZoneOffset.UTC),
                run);
    }
}
