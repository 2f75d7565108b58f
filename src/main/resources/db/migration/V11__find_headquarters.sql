-- Headquarters is looked up in almost every request, by its level: one row of 44,600 where townships take part.
create index unit_level on unit (level, code);
