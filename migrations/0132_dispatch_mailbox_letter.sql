-- Whether an account's letters may go to digital mailboxes; each sender needs an agreement of its own for that.
ALTER TABLE dispatch_account ADD COLUMN uses_digital_mailboxes BIGINT NOT NULL DEFAULT 0
    CHECK (uses_digital_mailboxes IN (0, 1));

-- Letters that were, or may have been, handed over; the dispatch's id is the message's. No address stands here:
-- addresses are asked for when they are used, and forgotten.
CREATE TABLE dispatch_mailbox_letter (
    dispatch_id TEXT PRIMARY KEY REFERENCES dispatch_dispatch (id),
    -- The organisation whose receipts about it count.
    provider_number TEXT NOT NULL CHECK (provider_number <> ''),
    -- Written before the first attempt: one whose end nobody saw is asked about before the next.
    begun_at BIGINT NOT NULL,
    handed_over_at BIGINT
);

-- Receipts by the ids of their messages, so that each counts once however often it comes.
CREATE TABLE dispatch_mailbox_receipt (
    id TEXT PRIMARY KEY,
    dispatch_id TEXT NOT NULL REFERENCES dispatch_mailbox_letter (dispatch_id),
    kind TEXT NOT NULL CHECK (kind IN ('delivered', 'opened', 'failed', 'notice_failed')),
    taken_at BIGINT NOT NULL
);
CREATE INDEX dispatch_mailbox_receipt_letter ON dispatch_mailbox_receipt (dispatch_id);
