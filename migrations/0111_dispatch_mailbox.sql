-- When a recipient opened it in the mailbox here.
ALTER TABLE dispatch_recipient ADD COLUMN opened_at BIGINT;
