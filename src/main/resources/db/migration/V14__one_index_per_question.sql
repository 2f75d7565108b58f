-- A part is looked up by notice and unit, and by unit alone: one index in that order answers both, and leaves the planner no
-- way to read all parts of a notice instead, which it took while it had no statistics yet.
alter table assignment drop constraint assignment_once;
alter table assignment add constraint assignment_once unique (unit_code, notice_id);
drop index assignment_unit;
