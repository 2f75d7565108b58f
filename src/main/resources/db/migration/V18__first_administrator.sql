-- Whether the service ever had an administrator, and the tokens that open the set-up page before. For H2 and PostgreSQL
-- alike. See docs/security.md.

-- One row. A database with notices has had an administrator, whoever is in the group today.
create table first_administrator (
    id          integer not null primary key check (id = 1),
    known_since timestamp(3) with time zone
);
insert into first_administrator (id, known_since)
select 1, case when exists (select 1 from notice) then current_timestamp end;

-- SHA-256 of each token that a node printed at its start; none is left once there is an administrator.
create table setup_token (
    hash        char(64) not null primary key,
    valid_until timestamp(3) with time zone not null
);
