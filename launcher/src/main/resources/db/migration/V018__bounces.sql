-- A bounce takes back the contact of the letter that it returns; the two may come in different imports, in either order.
-- These rows only say where to look: what was told and taken back stands in the record. Both begin with the Message-ID of
-- the letter. Addresses are kept as keyed hashes.

-- To which matters a letter of the firm is told, and whom it was to reach there; nobody where it had one recipient only, so
-- that whoever it did not reach, it reached nobody.
create table command.mail_sent (
    letter     text   not null,
    matter_id  text   not null,
    recipients text[] not null,
    primary key (letter, matter_id)
);

-- What bounces say: whom the letter did not reach; nobody where they don't name any.
create table command.mail_bounce (
    letter     text        not null,
    bounce     text        not null,
    bounced_at timestamptz not null,
    recipients text[]      not null,
    primary key (letter, bounce)
);

grant select, insert on command.mail_sent, command.mail_bounce to "${application}";
