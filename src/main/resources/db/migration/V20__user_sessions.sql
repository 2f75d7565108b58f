-- Who is signed in from where, so that a person sees and ends their sessions on every node. For H2 and PostgreSQL alike.

-- A row whose session has ended stays for ninety days: an address in it is no strange one to the account.
create table user_session (
    id         varchar(32)  not null primary key,
    user_id    varchar(64)  not null,
    since      timestamp(3) with time zone not null,
    last_seen  timestamp(3) with time zone not null,
    address    varchar(64)  not null,
    browser    varchar(60)  not null,
    node       varchar(100) not null,
    ended_at   timestamp(3) with time zone
);
create index user_session_user on user_session (user_id, ended_at);
