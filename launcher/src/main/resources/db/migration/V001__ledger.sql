-- The record. One function appends to it, nothing changes it; positions are contiguous, so a hole is evidence.

create table ledger.head (
    only_one boolean primary key default true check (only_one),
    position bigint not null
);
insert into ledger.head (position) values (0);

create table ledger.event (
    position    bigint      primary key,
    event_id    uuid        not null,
    stream      text        not null,
    stream_type text        not null,
    sequence    bigint      not null check (sequence >= 0),
    type        text        not null,
    revision    integer     not null,
    noted_at    timestamptz not null,
    payload     text        not null,
    metadata    text        not null,
    stored_at   timestamptz not null default clock_timestamp(),
    constraint event_stream_sequence unique (stream, sequence)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the record is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_for_ever before update or delete or truncate on ledger.event
    for each statement execute function ledger.refuse_change();
create trigger head_is_for_ever before delete or truncate on ledger.head
    for each statement execute function ledger.refuse_change();

create function ledger.head_only_grows() returns trigger language plpgsql as $$
begin
    if new.position < old.position then
        raise exception 'the ledger''s head only grows' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger head_only_grows before update on ledger.head
    for each row execute function ledger.head_only_grows();

-- Appends the events of several commands. `command` numbers them from 0, in ascending order. Per command the answer is the
-- position of its last event, or -1 where one of its events is not the next of its stream: that command is left out whole.
-- Runs in autocommit, so that no client can hold the head's lock.
create function ledger.append(
    command integer[], event_id uuid[], stream text[], stream_type text[], sequence bigint[],
    type text[], revision integer[], noted_at timestamptz[], payload text[], metadata text[])
    returns bigint[]
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    before   bigint;
    refused  integer[];
    answer   bigint[];
    appended bigint;
begin
    select h.position into strict before from ledger.head h for update;

    -- Counted from what is stored, the events of a command must be the next ones of their stream, in their order.
    select coalesce(array_agg(distinct g.command), '{}') into refused
    from (select w.command, w.stream, min(w.sequence - w.place) as lowest, max(w.sequence - w.place) as highest
          from (select u.command, u.stream, u.sequence,
                       row_number() over (partition by u.command, u.stream order by u.n) as place
                from unnest($1, $3, $5) with ordinality as u(command, stream, sequence, n)) w
          group by w.command, w.stream) g
    where g.lowest <> g.highest
       or g.lowest <> coalesce(
              (select e.sequence from ledger.event e where e.stream = g.stream order by e.sequence desc limit 1), -1);

    with numbered as (
        select u.*, before + row_number() over (order by u.n) as position
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             with ordinality as u(command, event_id, stream, stream_type, sequence, type, revision, noted_at, payload, metadata, n)
        where u.command <> all (refused)
    ), inserted as (
        insert into ledger.event
               (position, event_id, stream, stream_type, sequence, type, revision, noted_at, payload, metadata)
        select position, event_id, stream, stream_type, sequence, type, revision, noted_at, payload, metadata
        from numbered order by position
        returning position
    ), last_ones as (
        select command, max(position) as position from numbered group by command
    )
    select (select array_agg(coalesce(l.position, -1) order by c.command)
            from generate_series(0, $1[cardinality($1)]) as c(command) left join last_ones l using (command)),
           (select count(*) from inserted)
    into answer, appended;

    if appended > 0 then
        update ledger.head set position = before + appended;
        perform pg_notify('ledger_head', (before + appended)::text);
    end if;
    return answer;
end $$;

-- What became of events whose append was cut off: waits for the head's lock, after which that append is over, and gives
-- for each event its position, or -1 where another event or none stands in its place.
create function ledger.settle(event_id uuid[], stream text[], sequence bigint[])
    returns bigint[]
    language plpgsql volatile security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
    perform 1 from ledger.head for update;
    return (select array_agg(coalesce(e.position, -1) order by u.n)
            from unnest($1, $2, $3) with ordinality as u(event_id, stream, sequence, n)
            left join ledger.event e
                   on e.stream = u.stream and e.sequence = u.sequence and e.event_id = u.event_id);
end $$;

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to ${application};
grant select on ledger.head, ledger.event to ${application};
grant execute on function ledger.append, ledger.settle to ${application};
