-- What the clock alone brings about, matter by matter: a work list that a processor fills from the events and the sweep
-- works off. Rows and token can be thrown away together and come again.

-- `next_at` is when the matter must be visited next: the earliest instant of an open duty that was not told yet, or
-- -infinity while the matter reckons by an old version of its calendar or policy; `visit_since` is then the position of
-- the event that made it old. `seen` is the sequence of the last event taken in, `awaits` the one to which a visit brought
-- the stream: until it is taken in, nobody visits again. A lease is true time, not the ledger's.
create table command.due_matter (
    matter_id        text primary key,
    calendar_id      text    not null,
    calendar_version integer not null,
    policy_id        text,
    policy_version   integer,
    open             boolean not null default true,
    imported         boolean not null default false,
    next_at          timestamptz,
    visit_since      bigint,
    seen             bigint  not null,
    awaits           bigint,
    leased_until     timestamptz
);
create index due_matter_next on command.due_matter (next_at) where open and not imported;
create index due_matter_calendar on command.due_matter (calendar_id);
create index due_matter_policy on command.due_matter (policy_id);

create table command.due_instant (
    obligation_id text        not null,
    what          text        not null,
    matter_id     text        not null,
    at            timestamptz not null,
    open          boolean     not null,
    told          boolean     not null,
    primary key (obligation_id, what)
);
create index due_instant_waiting on command.due_instant (matter_id, at) where open and not told;
create index due_instant_ended on command.due_instant (at) where not open;

-- The newest version of each calendar and policy.
create table command.due_version (
    id      text primary key,
    version integer not null
);

grant select, insert, update, delete on command.due_matter, command.due_instant, command.due_version
    to "${application}";

-- What staff members are told, and whether they were. Keyed by the event that is told of and what it means to the
-- recipient; the rows are never thrown away, so that whoever reads the record again tells nothing twice. `window_calendar`
-- is in whose hours it may go out; none means at any hour. `number` orders the list.
create table command.outbox (
    event_id        text        not null,
    what            text        not null check (what in ('WARNING', 'BREACH', 'DEPUTY', 'PARTNER')),
    number          bigint      generated always as identity unique,
    recipient       text        not null,
    holder          text        not null,
    matter_id       text        not null,
    obligation_id   text        not null,
    kind            text        not null,
    due             timestamptz not null,
    rule            text        not null,
    calendar_id     text        not null,
    title           jsonb       not null,
    noted_at        timestamptz not null,
    window_calendar text,
    not_before      timestamptz not null,
    state           text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'WITHDRAWN', 'GIVEN_UP')),
    attempts        integer     not null default 0,
    failure         text,
    sent_at         timestamptz,
    leased_until    timestamptz,
    primary key (event_id, what)
);
create index outbox_waiting on command.outbox (not_before) where state = 'WAITING';
create index outbox_obligation on command.outbox (obligation_id) where state = 'WAITING';
create index outbox_recipient on command.outbox (recipient, number);

-- The primary key is what keeps a notice from being told twice: nobody but the owner deletes.
grant select, insert, update on command.outbox to "${application}";
