-- Mailboxes that the ledger watches. What was told is in the record, each letter under its own identity; these rows only
-- say how far a mailbox was read, so that it isn't read again each time. One node at a time reads a mailbox: it holds the
-- lease, in true time.
create table command.living_mailbox (
    mailbox      text primary key,
    uid_validity bigint,
    uid          bigint not null default 0,
    leased_by    text,
    leased_until timestamptz
);

-- The files of a watched folder that were told. Names bear the names of machines, and are kept as keyed hashes.
create table command.living_mail_file (
    mailbox text not null,
    name    text not null,
    primary key (mailbox, name)
);

grant select, insert, update on command.living_mailbox, command.living_mail_file to "${application}";
