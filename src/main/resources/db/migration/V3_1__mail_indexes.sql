-- What left in the last minute (the rate is shared by all nodes), and whether a person has a newer digest.
create index mail_sent on mail_outbox (sent_at);
create index mail_person on mail_outbox (user_id, kind, on_day);
