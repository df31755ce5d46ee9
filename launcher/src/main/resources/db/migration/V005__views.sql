-- The views. Every row can be thrown away and filled again from the record. What people wrote stays sealed here too, as
-- subject, key and ciphertext in JSON, and is opened when it is read. `version` is the sequence of the stream's last
-- event, `position` where the ledger holds the last event that shaped the row, `since` the first: the key of lists.

create table query.staff (
    staff_id      text primary key,
    name          jsonb not null,
    roles         text[] not null,
    source_system text,
    source_id     text,
    left_at       timestamptz,
    since         bigint not null unique,
    version       bigint not null,
    position      bigint not null
);
create index staff_source on query.staff (source_system, source_id);

create table query.client (
    client_id     text primary key,
    name          jsonb not null,
    source_system text,
    source_id     text,
    since         bigint not null unique,
    version       bigint not null,
    position      bigint not null
);
create index client_source on query.client (source_system, source_id);

create table query.contact_person (
    client_id text not null,
    person_id text not null,
    name      jsonb not null,
    addresses jsonb not null,
    standing  text not null,
    erased    boolean not null,
    since     bigint not null,
    version   bigint not null,
    position  bigint not null,
    primary key (client_id, person_id)
);
create index contact_person_since on query.contact_person (client_id, since);

create table query.calendar_version (
    calendar_id  text not null,
    version      integer not null,
    name         text not null,
    zone         text not null,
    week         jsonb not null,
    published_at timestamptz not null,
    position     bigint not null unique,
    primary key (calendar_id, version)
);

create table query.matter (
    matter_id           text primary key,
    client_id           text not null,
    title               jsonb not null,
    contact_person      text not null,
    responsible         text not null,
    accountable_partner text not null,
    calendar_id         text not null,
    calendar_version    integer not null,
    main_channel        text not null,
    source_system       text,
    source_id           text,
    opened_at           timestamptz not null,
    since               bigint not null unique,
    version             bigint not null,
    position            bigint not null
);
create index matter_source on query.matter (source_system, source_id);

create table query.matter_channel (
    matter_id   text not null,
    channel_id  text not null,
    state       text not null,
    terms       jsonb not null,
    proposed_by text,
    evidence    jsonb,
    reason      jsonb,
    changed_at  timestamptz not null,
    since       bigint not null,
    version     bigint not null,
    position    bigint not null,
    primary key (matter_id, channel_id)
);
create index matter_channel_since on query.matter_channel (matter_id, since);

create table query.timeline (
    matter_id   text not null,
    position    bigint not null,
    version     bigint not null,
    entry_id    text,
    event       text not null,
    occurred_at timestamptz not null,
    noted_at    timestamptz not null,
    actor       text not null,
    origin      text not null,
    details     jsonb not null,
    primary key (matter_id, position)
);
create index timeline_order on query.timeline (matter_id, occurred_at, position);
create unique index timeline_entry on query.timeline (matter_id, entry_id);

grant select, insert, update, delete on
    query.staff, query.client, query.contact_person, query.calendar_version, query.matter, query.matter_channel,
    query.timeline
    to ${application};
