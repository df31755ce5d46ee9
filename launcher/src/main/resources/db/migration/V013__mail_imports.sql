-- Each run of an import of mail: what it read, and what became of it. Importing the same again adds no event, so that the
-- run itself stands here alone. What it told the matters is in the record.
create table command.mail_import (
    run_id     text primary key,
    number     bigint      generated always as identity unique,
    started_at timestamptz not null,
    ended_at   timestamptz,
    until      timestamptz,
    terms      jsonb       not null,
    read       bigint      not null default 0,
    imported   bigint      not null default 0,
    duplicates bigint      not null default 0,
    broken     bigint      not null default 0,
    unassigned bigint      not null default 0,
    threads    bigint      not null default 0,
    skipped    jsonb       not null default '{}'
);

-- The matters that a run told something of, or met again. Those handed over are followed by the clock from then on, as if
-- they had never been in a time of their own.
create table command.mail_import_matter (
    run_id      text    not null,
    matter_id   text    not null,
    handed_over boolean not null default false,
    primary key (run_id, matter_id)
);
create index mail_import_matter_handed_over on command.mail_import_matter (matter_id) where handed_over;

-- What could not be imported, or was left out, and why: `place` says where it stands, sealed with a key of the run's own,
-- for folders bear names.
create table command.mail_import_message (
    run_id text    not null,
    number integer not null,
    what   text    not null check (what in ('BROKEN', 'UNASSIGNED', 'SKIPPED')),
    reason text    not null,
    place  jsonb   not null,
    primary key (run_id, number)
);
create index mail_import_message_what on command.mail_import_message (run_id, what, number);

grant select, insert, update on command.mail_import, command.mail_import_matter, command.mail_import_message
    to "${application}";
