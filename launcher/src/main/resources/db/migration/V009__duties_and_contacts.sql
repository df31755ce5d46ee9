-- What the firm owes and what was said, as rows. Views whose rows change raise their version, and are filled again.

alter table query.matter add column closed_at timestamptz;
create index contact_person_person on query.contact_person (person_id);
create index matter_responsible on query.matter (responsible);
create index matter_accountable_partner on query.matter (accountable_partner);

-- One row for each duty. `since` is where the record holds its arming, `first_due` the due time as it was armed: neither
-- moves, so that lists have a stable key.
create table query.obligation (
    obligation_id    text primary key,
    matter_id        text not null,
    kind             text not null,
    instance         integer not null,
    holder           text not null,
    basis            text not null,
    basis_sequence   bigint not null,
    thread           text,
    subject          text,
    started_at       timestamptz not null,
    first_due        timestamptz not null,
    due              timestamptz not null,
    soon_at          timestamptz not null,
    ladder           jsonb not null,
    reckoned         jsonb not null,
    promised_for     date,
    promises         integer not null,
    result           text not null,
    breached_at      timestamptz,
    reassessed       text,
    escalated_to     text,
    late_business    bigint,
    late_calendar    bigint,
    ended_at         timestamptz,
    ended_by         text,
    next             text,
    cancelled_for    text,
    since            bigint not null,
    version          bigint not null,
    position         bigint not null
);
create unique index obligation_since on query.obligation (since);
create index obligation_of_matter on query.obligation (matter_id, first_due, obligation_id);
create index obligation_open_of_matter on query.obligation (matter_id, kind) where result = 'OPEN';
create index obligation_open_of_holder on query.obligation (holder, due, obligation_id) where result = 'OPEN';
create index obligation_of_holder on query.obligation (holder, since);
create index obligation_silence on query.obligation (due, obligation_id)
    where result = 'OPEN' and kind = 'KEEP_INFORMED';

create table query.obligation_verdict (
    obligation_id text not null,
    position      bigint not null,
    verdict       text not null,
    occurred_at   timestamptz not null,
    noted_at      timestamptz not null,
    actor         text not null,
    origin        text not null,
    details       jsonb not null,
    primary key (obligation_id, position)
);

-- One row for each time that client and firm reached for each other; `sequence` is that of the event in its matter.
create table query.contact (
    matter_id   text not null,
    sequence    bigint not null,
    from_firm   boolean not null,
    counts      boolean not null,
    chase       boolean not null,
    occurred_at timestamptz not null,
    gone        boolean not null,
    primary key (matter_id, sequence)
);
create index contact_latest on query.contact (matter_id, occurred_at) where counts and not gone;

-- Sealed texts stand beside what an entry tells; `about` says which entry an event is about, so that a corrected or
-- withdrawn one is marked where it stands.
alter table query.timeline
    add column text jsonb,
    add column reason jsonb,
    add column evidence jsonb,
    add column about text;
create index timeline_about on query.timeline (matter_id, about) where about is not null;
create unique index timeline_version on query.timeline (matter_id, version);

grant select, insert, update, delete on query.obligation, query.obligation_verdict, query.contact
    to "${application}";
