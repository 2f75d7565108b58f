-- What a deputy holds, when something was said, and how an escalation ends. For H2 and PostgreSQL alike.

-- Group memberships the service has given to a deputy; a deputy's own, by role, are not among them unless they came
-- later. Whatever stands here was given and is to be taken back one day, unless it is the person's own by then.
create table stand_in (
    deputy_id varchar(64) not null references person (user_id),
    absent_id varchar(64) not null references person (user_id),
    group_id  varchar(64) not null,
    since     timestamp(3) with time zone not null,
    primary key (deputy_id, absent_id, group_id)
);
create index deputy_held on deputy (deputy_id, to_day);

-- When a reminder was written and, if urged by hand, by whom: a digest tells what came after the one before it.
alter table reminder add column made_at timestamp(3) with time zone;
alter table reminder add column made_by varchar(64);

-- When the mail was last taken to be written and sent.
alter table mail_outbox add column claimed_at timestamp(3) with time zone;

-- An escalation that ends because the notice does is not delivered. The check goes with the column.
alter table escalation add column outcome varchar(16) default 'OPEN' not null
    check (outcome in ('OPEN', 'URGED', 'EXTENDED', 'WAIVED', 'DELIVERED', 'NOTICE_CLOSED'));
update escalation set outcome = status;
alter table escalation drop column status;
alter table escalation rename column outcome to status;

-- For whom a deputy acted.
alter table ledger add column on_behalf varchar(100);
