package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.query.StoredJson;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A watched mailbox is one run that never ends: each look that had news adds to it, so that whoever looks for reports finds
 * one of it, up to the last letter. One look is written with one of these, and counts what no look before it counted.
 */
final class LivingRows implements RunRows {

    private final LedgerParts ledger;
    private final JdbcTemplate database;
    private final StoredJson json;
    private final LiveTelling.Watched mailbox;
    private final String run;
    private final LivingMessages messages;
    private List<MatterId> matters = List.of();
    private @Nullable Plan plan;

    LivingRows(LedgerParts ledger, StoredJson json, LiveTelling.Watched mailbox, List<LiveTelling.Seen> seen) {
        this.ledger = ledger;
        this.database = ledger.database();
        this.json = json;
        this.mailbox = mailbox;
        this.run = "import-living-" + mailbox.id();
        this.messages = new LivingMessages(database, ledger.hash(), run, seen);
    }

    @Override
    public String begin(Instant at, @Nullable Instant until, ImportTerms terms) {
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

    /** Noted before anything is told, and written in the end: a look that fails half way is made again. */
    @Override
    public void leftOut(String run, Plan left) {
        plan = left;
        messages.note(news(left));
    }

    /** Letters that not all of their matters know. */
    private Set<String> news(Plan plan) {
        var traces = ledger.traces();
        var sources = ledger.sources();
        var news = new HashSet<String>();
        for (var matter : plan.matters()) {
            var id = traces.id(matter).value();
            matter.letters().stream()
                    .map(told -> told.letter().identity())
                    .filter(letter -> sources.find(id, new Source(MatterTelling.LETTER, letter))
                            .isEmpty())
                    .forEach(news::add);
        }
        return news;
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
        var told = Objects.requireNonNull(plan);
        new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(database.getDataSource())))
                .executeWithoutResult(together -> add(told, at));
    }

    /** All of it or nothing: who is stopped here counts the same again. */
    private void add(Plan told, @Nullable Instant at) {
        var leftAside = LivingMessages.leftAside(told);
        var aside = new ArrayList<ImportRows.Aside>();
        var uncounted = messages.count();
        var imported = 0L;
        var duplicates = 0L;
        for (var one : uncounted) {
            var left = leftAside.get(LivingMessages.identity(one.seen()));
            if (one.seen().message() instanceof Broken broken) {
                aside.add(ImportRows.Aside.broken(broken));
            } else if (!one.copy() && left != null) {
                aside.add(left);
            } else if (!one.copy() && one.newHere()) {
                imported++;
            } else {
                duplicates++;
            }
        }
        var next = database.queryForObject(
                "select coalesce(max(number) + 1, 0) from command.mail_import_message where run_id = ?",
                Integer.class,
                run);
        ledger.rows().leftAside(run, aside, next == null ? 0 : next);
        var byKind = aside.stream().collect(Collectors.groupingBy(ImportRows.Aside::what, Collectors.counting()));
        add(uncounted.size(), imported, duplicates, byKind, skipped(aside), threads(told), at);
    }

    private static Map<String, Long> skipped(List<ImportRows.Aside> aside) {
        var skipped = new HashMap<String, Long>();
        aside.stream()
                .filter(one -> one.what().equals("SKIPPED"))
                .forEach(one -> skipped.merge(one.reason(), 1L, Long::sum));
        return skipped;
    }

    private long threads(Plan told) {
        return messages.threads(told.matters().stream()
                .flatMap(matter -> matter.letters().stream())
                .map(Told::thread)
                .collect(Collectors.toSet()));
    }

    private void add(
            long read,
            long imported,
            long duplicates,
            Map<String, Long> aside,
            Map<String, Long> skipped,
            long threads,
            @Nullable Instant at) {
        database.update(
                """
                update command.mail_import set read = read + ?, imported = imported + ?, duplicates = duplicates + ?,
                    broken = broken + ?, unassigned = unassigned + ?, threads = threads + ?, ended_at = ?,
                    skipped = (select coalesce(jsonb_object_agg(reason, number), '{}') from (
                        select key as reason, sum(value::bigint) as number
                          from (select * from jsonb_each_text(skipped)
                                union all select * from jsonb_each_text(?::jsonb)) all_reasons group by key) summed)
                 where run_id = ?""",
                read,
                imported,
                duplicates,
                aside.getOrDefault("BROKEN", 0L),
                aside.getOrDefault("UNASSIGNED", 0L),
                threads,
                at == null ? null : at.atOffset(ZoneOffset.UTC),
                json.write(skipped),
                run);
    }
}
