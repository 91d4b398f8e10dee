-- Where an account wants to be told what becomes of its dispatches, and what lets no dispatch wait for ever.
CREATE TABLE dispatch_webhook (
    account_id TEXT PRIMARY KEY REFERENCES dispatch_account (id),
    url TEXT NOT NULL CHECK (url <> ''),
    set_at BIGINT NOT NULL,
    -- How the last telling went: the status that was answered, 0 for no answer.
    told_at BIGINT,
    told_status BIGINT,
    CHECK ((told_at IS NULL) = (told_status IS NULL))
);

-- Since when somebody was told that a receiver does not fetch.
ALTER TABLE dispatch_receiver ADD COLUMN silent_since BIGINT;

CREATE INDEX dispatch_dispatch_unfinished ON dispatch_dispatch (status, status_at)
    WHERE status IN ('received', 'accepted', 'ready_for_receiver', 'notified', 'sent_to_print');
