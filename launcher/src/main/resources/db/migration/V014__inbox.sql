-- Letters that tell no matter, or several, until a person says what they are: each once, however often its mailbox is read.
-- `letter` is what is needed to tell a matter of it, sealed with a key of the letter's own.
create table command.inbox_letter (
    letter_id  text primary key,
    number     bigint generated always as identity unique,
    reason     text        not null,
    by_firm    boolean     not null,
    letter     jsonb       not null,
    written_at timestamptz not null,
    arrived_at timestamptz not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'ASSIGNED', 'DISMISSED')),
    matters    text[]      not null default '{}',
    decided_by text,
    decided_at timestamptz
);
create index inbox_letter_waiting on command.inbox_letter (number) where state = 'WAITING';

grant select, insert, update on command.inbox_letter to "${application}";

-- Does this file match?
create index timeline_digest on query.timeline ((details ->> 'digest'));
create index timeline_source on query.timeline ((details -> 'source' ->> 'id'));
