-- What an act of an administrator was done to: a user, a group, an instance, a job. For H2 and PostgreSQL alike.
-- Absent in entries about notices and units; their hashes stay as they were. See docs/ledger.md.
alter table ledger add column target varchar(400);
