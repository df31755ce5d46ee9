-- Each message of a watched mailbox once, however often it is read: after a look that failed half way, a node that was
-- killed, or an IMAP folder that is numbered anew. By these rows the mailbox's report counts each once. `new_here` was
-- written before the ledger was told: whether the letter was news to it. No names: keyed hashes.
create table command.living_message (
    run_id   text    not null,
    message  text    not null,
    letter   text    not null,
    reading  text    not null,
    new_here boolean not null,
    counted  boolean not null default false,
    primary key (run_id, message)
);
create index living_message_letter on command.living_message (run_id, letter);

-- The threads that the letters of a watched mailbox belong to.
create table command.living_thread (
    run_id text not null,
    thread text not null,
    primary key (run_id, thread)
);

grant select, insert, update on command.living_message, command.living_thread to "${application}";
