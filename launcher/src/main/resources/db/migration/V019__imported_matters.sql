-- A work list leaves out what lives in the time of an import: it asks so of every line.
create index due_matter_imported on command.due_matter (matter_id) where imported;
