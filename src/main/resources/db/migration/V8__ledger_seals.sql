-- A chain of hashes over the ledger. For H2 and PostgreSQL alike. See docs/ledger.md.

-- Entries not sealed yet, written in the transaction of the entry: whatever id commits late is found all the same, and
-- an entry that is neither here nor sealed did not come from the service.
create table ledger_unsealed (
    ledger_id bigint not null primary key
);
insert into ledger_unsealed (ledger_id) select id from ledger;

-- Insert-only. No foreign key: a seal outlives the entry, so that a missing one is noticed.
create table ledger_seal (
    position      bigint   not null primary key,
    ledger_id     bigint   not null,
    previous_hash char(64) not null,
    hash          char(64) not null,
    sealed_at     timestamp(3) with time zone not null,
    constraint ledger_seal_once unique (ledger_id)
);

-- The end of the chain. Whoever seals locks this one row, so that two nodes never fork the chain.
create table ledger_head (
    id       integer  not null primary key check (id = 1),
    position bigint   not null,
    hash     char(64) not null
);
insert into ledger_head (id, position, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
