-- Policy packs by version, and how each staff member is reached: team, deputy, hours, address and absences.

create table query.policy_version (
    policy_id    text        not null,
    version      integer     not null,
    pack         jsonb       not null,
    edition      integer,
    published_at timestamptz not null,
    position     bigint      not null unique,
    primary key (policy_id, version)
);

alter table query.staff
    add column team        text,
    add column deputy      text,
    add column address     jsonb,
    add column calendar_id text;

create table query.staff_absence (
    staff_id     text        not null,
    absence_id   text        not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    cancelled_at timestamptz,
    since        bigint      not null,
    version      bigint      not null,
    position     bigint      not null,
    primary key (staff_id, absence_id)
);
create index staff_absence_since on query.staff_absence (staff_id, since);

grant select, insert, update, delete on query.policy_version, query.staff_absence to "${application}";
