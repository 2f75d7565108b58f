-- Escalations are told in the supervisors' digest; there are no mails of their own any more.
delete from mail_outbox where kind = 'ESCALATION';
