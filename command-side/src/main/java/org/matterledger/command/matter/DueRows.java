package org.matterledger.command.matter;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matterledger.command.matter.DueChanges.Duty;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.values.CalendarId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PolicyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the due list's rows, in the transaction of the token of the processor that keeps it. */
final class DueRows {

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    DueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    void reset() {
        jdbc.execute("delete from command.due_matter");
        jdbc.execute("delete from command.due_instant");
        jdbc.execute("delete from command.due_version");
    }

    void opened(MatterOpened event) {
        var policy = event.policyId();
        jdbc.update(
                """
                insert into command.due_matter
                       (matter_id, calendar_id, calendar_version, policy_id, policy_version, seen)
                values (?, ?, ?, ?, ?, 0) on conflict (matter_id) do nothing""",
                event.matterId().value(),
                event.calendarId().value(),
                event.calendarVersion(),
                policy == null ? null : policy.value(),
                event.policyVersion());
    }

    void closed(MatterId matter) {
        jdbc.update("update command.due_matter set open = false where matter_id = ?", matter.value());
    }

    void calendar(MatterId matter, CalendarId calendar, int version) {
        jdbc.update(
                "update command.due_matter set calendar_id = ?, calendar_version = ? where matter_id = ?",
                calendar.value(),
                version,
                matter.value());
    }

    void adopted(MatterId matter, CalendarId calendar, int version) {
        jdbc.update(
                "update command.due_matter set calendar_version = ? where matter_id = ? and calendar_id = ?",
                version,
                matter.value(),
                calendar.value());
    }

    void policy(MatterId matter, PolicyId policy, int version) {
        jdbc.update(
                "update command.due_matter set policy_id = ?, policy_version = ? where matter_id = ?",
                policy.value(),
                version,
                matter.value());
    }

    /** A new version: every matter that reckons by an older one is visited at once. */
    void published(String id, int version, long position) {
        jdbc.update("""
                insert into command.due_version (id, version) values (?, ?)
                on conflict (id) do update set version = greatest(due_version.version, excluded.version)""", id, version);
        jdbc.update("""
                update command.due_matter set visit_since = ?, next_at = '-infinity'
                 where open and ((calendar_id = ? and calendar_version < ?) or (policy_id = ? and policy_version < ?))""", position, id, version, id, version);
    }

    /** A matter that names an older version than is known was decided while the newer one was recorded. */
    void behind(MatterId matter, long position) {
        jdbc.update("""
                update command.due_matter m set visit_since = case when exists (
                        select 1 from command.due_version v
                         where (v.id = m.calendar_id and v.version > m.calendar_version)
                            or (v.id = m.policy_id and v.version > m.policy_version))
                    then coalesce(m.visit_since, ?) end
                 where matter_id = ?""", position, matter.value());
    }

    /** Writes what a batch came to. */
    void write(DueChanges changes) {
        var matters = List.copyOf(changes.matters().keySet());
        if (matters.isEmpty()) {
            return;
        }
        database.sql("select 1 from command.due_matter where matter_id in (:matters) order by matter_id for update")
                .param("matters", matters)
                .query()
                .listOfRows();
        instants(changes);
        var seen = changes.matters().entrySet().stream()
                .map(matter -> new Object[] {
                    matter.getValue().sequence(), matter.getValue().imported(), matter.getKey()
                })
                .toList();
        jdbc.batchUpdate("""
                update command.due_matter set seen = ?, imported = ? and not exists (
                    select 1 from command.mail_import_matter m
                     where m.handed_over and m.matter_id = due_matter.matter_id)
                 where matter_id = ?""", seen);
        DueList.reckonNext(database, matters);
    }

    private void instants(DueChanges changes) {
        var open = open(changes);
        var planned = new ArrayList<Object[]>();
        var forgotten = new ArrayList<Object[]>();
        var opened = new ArrayList<Object[]>();
        var told = new ArrayList<Object[]>();
        changes.duties().forEach((id, duty) -> {
            if (duty.planned != null) {
                forgotten.add(new Object[] {id});
                duty.planned.forEach(instant -> planned.add(planned(id, duty, instant, open.contains(id))));
            }
            if (duty.open != null) {
                opened.add(new Object[] {duty.open, id});
            }
            duty.told.forEach(what -> told.add(new Object[] {id, what}));
        });
        jdbc.batchUpdate("delete from command.due_instant where obligation_id = ?", forgotten);
        jdbc.batchUpdate("""
                insert into command.due_instant (obligation_id, what, matter_id, at, open, told)
                values (?, ?, ?, ?, ?, false)""", planned);
        jdbc.batchUpdate("update command.due_instant set open = ? where obligation_id = ?", opened);
        jdbc.batchUpdate("update command.due_instant set told = true where obligation_id = ? and what = ?", told);
    }

    /** The duties planned anew that run by the list; what ended and was forgotten does not. */
    private Set<String> open(DueChanges changes) {
        var planned = changes.duties().entrySet().stream()
                .filter(duty -> duty.getValue().planned != null)
                .map(Map.Entry::getKey)
                .toList();
        return planned.isEmpty()
                ? Set.of()
                : database.sql("select obligation_id from command.due_instant where open and obligation_id in (:ids)")
                        .param("ids", planned)
                        .query(String.class)
                        .set();
    }

    private static Object[] planned(String id, Duty duty, DueInstant instant, boolean open) {
        return new Object[] {id, instant.what(), duty.matter, instant.at().atOffset(ZoneOffset.UTC), open};
    }
}
