-- A unit's row is written again when its process is started. With room in the page PostgreSQL puts the new version beside
-- the old one and leaves the table's indexes alone; H2 has no such setting.
${room_in_assignments};
