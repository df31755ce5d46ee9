-- Keys of persons, wrapped by the master key of the home. Not append-only: erasing a person destroys the key.

-- Which master key belongs to this database; says nothing about the key.
create table command.master_key (
    only_one    boolean primary key default true check (only_one),
    check_value text not null,
    created_at  timestamptz not null
);

-- One key per subject, or the memory that it was destroyed: never both, never anew.
create table command.person_key (
    subject    text primary key,
    key_id     text not null,
    wrapped    bytea,
    created_at timestamptz not null,
    erased_at  timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

create view command.erased_subject as
    select subject, erased_at from command.person_key where erased_at is not null;

-- Counts erasures, so that a node knows with one small read whether keys it remembers may still be used.
create table command.erasure_count (
    only_one boolean primary key default true check (only_one),
    erasures bigint not null
);
insert into command.erasure_count (erasures) values (0);

grant select, insert on command.master_key to "${application}";
grant select, insert, update on command.person_key to "${application}";
grant select on command.erased_subject to "${application}";
grant select, update on command.erasure_count to "${application}";
