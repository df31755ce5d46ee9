-- What the processors remember. All of it can be rebuilt from the record.

grant usage on schema command to ${application};
grant usage on schema query to ${application};

create table command.snapshot (
    stream    text        primary key,
    sequence  bigint      not null,
    noted_at  timestamptz not null,
    shape     text        not null,
    state     bytea       not null
);

create table command.token (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);
create table query.token (like command.token including all);

create table command.saga (
    saga_id         text primary key,
    revision        text,
    saga_type       text,
    serialized_saga bytea
);
create table command.saga_association (
    id                bigint generated always as identity primary key,
    association_key   text,
    association_value text,
    saga_type         text,
    saga_id           text
);
create index saga_association_value on command.saga_association (saga_type, association_key, association_value);
create index saga_association_saga on command.saga_association (saga_id, saga_type);

grant select, insert, update, delete on
    command.snapshot, command.token, command.saga, command.saga_association, query.token
    to ${application};
