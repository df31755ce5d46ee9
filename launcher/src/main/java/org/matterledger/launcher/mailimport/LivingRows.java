package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.StoredJson;
import org.matterledger.values.MatterId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A watched mailbox is one run that never ends: each look that had news adds to it, so that whoever looks for reports finds
 * one of it, up to the last letter. One look is written with one of these.
 */
final class LivingRows implements RunRows {

    private final JdbcTemplate database;
    private final StoredJson json;
    private final ImportRows rows;
    private final LiveTelling.Watched mailbox;
    private final LetterTraces traces;
    private List<MatterId> matters = List.of();
    private @Nullable Plan plan;
    private long threadsKnown;

    LivingRows(
            JdbcTemplate database, StoredJson json, ImportRows rows, LiveTelling.Watched mailbox, LetterTraces traces) {
        this.database = database;
        this.json = json;
        this.rows = rows;
        this.mailbox = mailbox;
        this.traces = traces;
    }

    @Override
    public String begin(Instant at, @Nullable Instant until, ImportTerms terms) {
        var run = "import-living-" + mailbox.id();
        var words = new LinkedHashMap<>(terms.inWords());
        words.put("living", mailbox.name());
        database.update(
                """
                insert into command.mail_import (run_id, started_at, until, terms) values (?, ?, ?, ?::jsonb)
                on conflict (run_id) do update set until = excluded.until, terms = excluded.terms""",
                run,
                at.atOffset(ZoneOffset.UTC),
                until == null ? null : until.atOffset(ZoneOffset.UTC),
                json.write(words));
        return run;
    }

    @Override
    public void matters(String run, Collection<MatterId> told) {
        matters = List.copyOf(told);
        database.batchUpdate(
                "insert into command.mail_import_matter (run_id, matter_id) values (?, ?) on conflict do nothing",
                told.stream().map(matter -> new Object[] {run, matter.value()}).toList());
    }

    /** Written in the end: a look that fails half way is made again. */
    @Override
    public void leftOut(String run, Plan left) {
        plan = left;
        threadsKnown = traces.among(left.matters().stream()
                .flatMap(matter -> matter.letters().stream())
                .map(Told::thread)
                .distinct()
                .toList());
    }

    @Override
    public void handOver(String run) {
        var told = matters.stream().map(MatterId::value).toArray(String[]::new);
        database.update(
                "update command.mail_import_matter set handed_over = true where run_id = ? and matter_id = any(?)",
                run,
                told);
        database.update("update command.due_matter set imported = false where matter_id = any(?)", (Object) told);
    }

    @Override
    public void end(String run, ImportRows.Counts counts, @Nullable Instant at) {
        if (plan != null) {
            var next = database.queryForObject(
                    "select coalesce(max(number) + 1, 0) from command.mail_import_message where run_id = ?",
                    Integer.class,
                    run);
            rows.leftOut(run, plan, next == null ? 0 : next);
        }
        database.update(
                """
                update command.mail_import set read = read + ?, imported = imported + ?, duplicates = duplicates + ?,
                    broken = broken + ?, unassigned = unassigned + ?, threads = threads + ?, ended_at = ?,
                    skipped = (select coalesce(jsonb_object_agg(reason, number), '{}') from (
                        select key as reason, sum(value::bigint) as number
                          from (select * from jsonb_each_text(skipped)
                                union all select * from jsonb_each_text(?::jsonb)) all_reasons group by key) summed)
                 where run_id = ?""",
                counts.read(),
                counts.imported(),
                counts.duplicates(),
                counts.broken(),
                counts.unassigned(),
                counts.threads() - threadsKnown,
                at == null ? null : at.atOffset(ZoneOffset.UTC),
                json.write(counts.skipped()),
                run);
    }
}
