-- By how many working days an extension that was granted moves the units below as well, now and in the stages they
-- enter later. Null: none, or granted before this column was there.
alter table extension add column granted_days integer;
