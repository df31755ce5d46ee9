-- How silences lie to their limits is counted over all open matters each time the board is shown: by indexes that hold all
-- that is counted, so that no row is read for it.
drop index query.obligation_silence;
create index obligation_silence on query.obligation (due, obligation_id) include (soon_at)
    where result = 'OPEN' and kind = 'KEEP_INFORMED';
create index matter_open on query.matter (since) where closed_at is null;
