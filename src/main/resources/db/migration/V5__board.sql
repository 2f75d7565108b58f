-- The board pages through a subtree by unit code, filtered or not: the index gives the rows in that order. As many
-- indexes as before, and none of their columns ever changes.
drop index assignment_anc1;
drop index assignment_anc2;
drop index assignment_anc3;
create index assignment_anc1 on assignment (notice_id, anc1, unit_code);
create index assignment_anc2 on assignment (notice_id, anc2, unit_code);
create index assignment_anc3 on assignment (notice_id, anc3, unit_code);
-- What waits for a superior's decision; few rows of many.
create index extension_status on extension (status, assignment_id);
create index escalation_status on escalation (status, assignment_id);
