-- Who may come in: names with passwords, tokens, and failed attempts. Nothing of it belongs to the ledger's history.

create table command.staff_account (
    staff_id      text primary key,
    name          text not null,
    name_key      text not null unique,
    roles         text[] not null,
    password_hash text not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);

create table command.access_token (
    token_id    text primary key,
    secret_hash text not null,
    label       text not null,
    staff_id    text references command.staff_account,
    integration text,
    -- In whose name an integration may act: nobody (empty), anybody ('*'), or the staff members listed.
    on_behalf   text[] not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    revoked_at  timestamptz,
    check ((staff_id is null) <> (integration is null))
);
create index on command.access_token (staff_id);

create table command.sign_in_attempt (
    name_key     text primary key,
    since        timestamptz not null,
    attempts     integer not null,
    locked_until timestamptz
);
create index on command.sign_in_attempt (since);

grant select, insert, update on command.staff_account to "${application}";
grant select, insert, update on command.access_token to "${application}";
grant select, insert, update, delete on command.sign_in_attempt to "${application}";
