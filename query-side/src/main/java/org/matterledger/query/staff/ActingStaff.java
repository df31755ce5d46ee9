package org.matterledger.query.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.matterledger.query.ActingFor;
import org.matterledger.values.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For whom somebody acts: for who is away or has left and whose deputy that is; for whom an absent deputy would act, up
 * to the fifth deputy (rules.md 1.8, 18). Who is away acts for nobody.
 */
@Component
class ActingStaff implements ActingFor {

    /** Who is away, and the deputies of each of them, one after the other. */
    private static final String ACTING = """
            with recursive away as (
                select s.staff_id, s.deputy from query.staff s
                where s.left_at <= :at or exists (
                    select 1 from query.staff_absence a
                    where a.staff_id = s.staff_id and a.from_at <= :at and a.until_at > :at
                      and (a.cancelled_at is null or a.cancelled_at > :at))),
            acting (member, deputy, depth) as (
                select staff_id, deputy, 1 from away where deputy is not null
                union all
                select m.member, d.deputy, m.depth + 1 from acting m
                join away d on d.staff_id = m.deputy
                where m.depth < 5 and d.deputy is not null)
            """;

    private final JdbcClient db;

    ActingStaff(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<StaffId> absentees(StaffId staff, Instant at) {
        return db.sql(ACTING + """
                        select distinct member from acting
                        where deputy = :staff and not exists (select 1 from away where staff_id = :staff)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("staff", staff.value())
                .query((row, number) -> new StaffId(row.getString("member")))
                .set();
    }

    @Override
    public Set<StaffId> unattended(Instant at) {
        return db.sql(ACTING + """
                        select staff_id from away
                        where not exists (
                            select 1 from acting
                            where member = away.staff_id and deputy not in (select staff_id from away))
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StaffId(row.getString("staff_id")))
                .set();
    }
}
