-- The schemas are made by Flyway before the first migration. The application may look into them; what it may do with
-- what stands there is granted thing by thing, by the migration that makes the thing.
grant usage on schema ledger, command, query to "${application}";
