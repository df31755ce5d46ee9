-- Whether an import told the last of a matter in a time of its own: the work list leaves it out until it lives by itself.
-- It asked the command side's list for that, which is none of its business.
alter table query.matter add column simulated boolean not null default false;
drop index command.due_matter_imported;
