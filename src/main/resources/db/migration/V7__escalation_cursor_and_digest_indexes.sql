-- How far the day's escalations have come, so that each batch goes on where the one before stopped.
alter table patrol add column escalation_cursor bigint default 0 not null;

-- What a digest asks for each person: reminders of their unit and role, and overdue stages of the units below theirs.
create index reminder_target on reminder (target_unit, target_role, on_day);
create index assignment_unit on assignment (unit_code);
