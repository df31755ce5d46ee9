-- Which store keeps this ledger's record: said once, when the ledger first opens it. Views, tokens and snapshots belong to
-- that record and would pass over what another one holds.
create table command.record_place (
    only_one boolean primary key default true check (only_one),
    store    text not null check (store in ('postgresql', 'axon-server'))
);
insert into command.record_place (store) select 'postgresql' from ledger.head where position > 0;
grant select, insert on command.record_place to "${application}";
