-- How far the day's escalations have come, so that each batch goes on where the one before stopped.
alter table patrol add column escalation_cursor bigint default 0 not null;
