-- In which form each view's rows were written, and which events a view could not take in.

create table query.view (
    name text primary key,
    form text not null
);

-- An event that a view could not take in, or that waits behind one of its stream. The event itself stands in the record.
create table query.dead_letter (
    view          text        not null,
    position      bigint      not null,
    stream        text        not null,
    sequence      bigint      not null,
    cause         text,
    tries         integer     not null default 0,
    waiting_since timestamptz not null default clock_timestamp(),
    primary key (view, position)
);
create index dead_letter_stream on query.dead_letter (view, stream, position);

grant select, insert, update, delete on query.view, query.dead_letter to "${application}";
