-- The post: notices leave by mail. `since` is since when the duty's clock runs, for the text of the notice; absent in what
-- was put in before this. REFUSED is what a mail server will not take, ever, at the address that held at `refused_at`.
alter table command.outbox add column since timestamptz;
alter table command.outbox add column refused_at timestamptz;
alter table command.outbox drop constraint outbox_state_check;
alter table command.outbox add constraint outbox_state_check
    check (state in ('WAITING', 'SENT', 'WITHDRAWN', 'GIVEN_UP', 'REFUSED'));
create index outbox_refused on command.outbox (recipient) where state = 'REFUSED';
