-- The time of a promised day, where one was stated; what was promised before named days only.
alter table query.obligation add column promised_time time;
