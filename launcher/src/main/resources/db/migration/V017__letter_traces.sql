-- What is kept for a year of each letter that was told, so that one which comes later finds its thread and its matter,
-- though it comes alone: keyed hashes of its ids, subject, people and of some of its words, and no text. `thread` is the
-- Message-ID that the thread goes back to, as the record has it.
create table command.letter_trace (
    letter      text primary key,
    ids         text[]      not null,
    thread      text        not null,
    same_letter text        not null,
    subject     text        not null,
    writer      text,
    by_firm     boolean     not null,
    people      text[]      not null,
    said        integer[]   not null,
    quoted      integer[]   not null,
    matters     text[]      not null,
    written_at  timestamptz not null
);
create index letter_trace_ids on command.letter_trace using gin (ids);
create index letter_trace_thread on command.letter_trace (thread);
create index letter_trace_same_letter on command.letter_trace (same_letter);
create index letter_trace_subject on command.letter_trace (subject, written_at);
create index letter_trace_writer on command.letter_trace (writer) where not by_firm;
create index letter_trace_written_at on command.letter_trace (written_at);

grant select, insert, update, delete on command.letter_trace to "${application}";
