-- The second factor of whoever has set one up: codes by time, RFC 6238. For H2 and PostgreSQL alike.

-- Without confirmed_at nobody has shown a right code yet, and the secret may be replaced by another.
create table second_factor (
    user_id      varchar(64)  not null primary key,
    secret       varchar(200) not null,
    created_at   timestamp(3) with time zone not null,
    confirmed_at timestamp(3) with time zone,
    last_step    bigint       not null
);
