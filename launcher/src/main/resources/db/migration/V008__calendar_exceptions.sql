-- Single dates with hours of their own, and calendars around the clock.

alter table query.calendar_version
    add column exceptions  jsonb   not null default '{}',
    add column always_open boolean not null default false;
