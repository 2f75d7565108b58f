-- Evidence files of submissions, and what a person has ticked off in a notice. For H2 and PostgreSQL alike.

-- A file larger than a notice's text lies in pieces, so that neither upload nor download holds it in memory; its
-- content above is null then.
alter table attachment alter column content drop not null;

create table attachment_part (
    attachment_id bigint  not null references attachment (id),
    position      integer not null,
    content       ${blob} not null,
    primary key (attachment_id, position)
);

-- Which files a version has. The version after a return begins with the same files.
create table submission_file (
    submission_id bigint not null references submission (id),
    attachment_id bigint not null references attachment (id),
    primary key (submission_id, attachment_id)
);
create index submission_file_attachment on submission_file (attachment_id);

-- Requirements a person has ticked off while working on a unit's part in a notice; for that person only.
create table notice_tick (
    user_id   varchar(64) not null,
    notice_id bigint      not null references notice (id),
    unit_code varchar(12) not null,
    position  integer     not null,
    primary key (user_id, notice_id, unit_code, position)
);
create index notice_tick_notice on notice_tick (notice_id);
