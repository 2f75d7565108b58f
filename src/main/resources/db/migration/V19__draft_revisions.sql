-- Who changed a draft last, and how often it was changed: whoever writes says which state they have read. For H2 and
-- PostgreSQL alike.
alter table submission add column revision integer default 0 not null;
alter table submission add column edited_by varchar(64);
