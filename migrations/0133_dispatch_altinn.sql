-- Letters to inboxes in Altinn (Altinn 3 Melding).

-- A channel and a state more. PostgreSQL changes a CHECK by its name. SQLite cannot: there the table is written anew
-- under the name that others refer to, and what refers to it is checked when the change is committed.
-- only: postgresql
ALTER TABLE dispatch_dispatch DROP CONSTRAINT dispatch_dispatch_status_check;
-- only: postgresql
ALTER TABLE dispatch_dispatch ADD CONSTRAINT dispatch_dispatch_status_check CHECK (status IN (
    'received', 'accepted', 'rejected', 'failed_in_reception', 'ready_for_receiver', 'notified', 'read',
    'sent_digitally', 'sent_to_print', 'printed', 'not_delivered', 'handled_manually', 'sent_to_digital_mailbox',
    'delivered_to_digital_mailbox', 'sent_to_altinn'));
-- only: postgresql
ALTER TABLE dispatch_dispatch DROP CONSTRAINT dispatch_dispatch_channel_check;
-- only: postgresql
ALTER TABLE dispatch_dispatch ADD CONSTRAINT dispatch_dispatch_channel_check CHECK (channel IN (
    'undecided', 'receiver', 'digital_mailbox', 'altinn', 'mailbox', 'print', 'none'));

-- only: sqlite
PRAGMA defer_foreign_keys = ON;
-- only: sqlite
CREATE TABLE dispatch_dispatch_before AS SELECT * FROM dispatch_dispatch;
-- only: sqlite
DROP TABLE dispatch_dispatch;
-- only: sqlite
CREATE TABLE dispatch_dispatch (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    status TEXT NOT NULL CHECK (status IN (
        'received', 'accepted', 'rejected', 'failed_in_reception', 'ready_for_receiver', 'notified', 'read',
        'sent_digitally', 'sent_to_print', 'printed', 'not_delivered', 'handled_manually', 'sent_to_digital_mailbox',
        'delivered_to_digital_mailbox', 'sent_to_altinn')),
    status_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN (
        'undecided', 'receiver', 'digital_mailbox', 'altinn', 'mailbox', 'print', 'none')),
    receiver_id TEXT REFERENCES dispatch_receiver (id),
    dispatch_type TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level IN (3, 4)),
    is_digital_only BIGINT NOT NULL CHECK (is_digital_only IN (0, 1)),
    external_reference TEXT NOT NULL,
    duplicate_digest BYTEA NOT NULL,
    content_digest BYTEA NOT NULL,
    envelope BYTEA,
    wrapped_key BYTEA,
    manifest BYTEA NOT NULL,
    received_event BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((envelope IS NULL) = (wrapped_key IS NULL)),
    CHECK ((channel = 'receiver') = (receiver_id IS NOT NULL))
);
-- only: sqlite
INSERT INTO dispatch_dispatch (id, account_id, status, status_at, received_at, channel, receiver_id, dispatch_type, level,
                               is_digital_only, external_reference, duplicate_digest, content_digest, envelope,
                               wrapped_key, manifest, received_event, version)
SELECT id, account_id, status, status_at, received_at, channel, receiver_id, dispatch_type, level, is_digital_only,
       external_reference, duplicate_digest, content_digest, envelope, wrapped_key, manifest, received_event, version
FROM dispatch_dispatch_before;
-- only: sqlite
DROP TABLE dispatch_dispatch_before;
-- only: sqlite
CREATE INDEX dispatch_dispatch_account ON dispatch_dispatch (account_id, received_at);
-- only: sqlite
CREATE INDEX dispatch_dispatch_reference ON dispatch_dispatch (account_id, external_reference, received_at);
-- only: sqlite
CREATE INDEX dispatch_dispatch_duplicate ON dispatch_dispatch (duplicate_digest, received_at);
-- only: sqlite
CREATE INDEX dispatch_dispatch_waiting ON dispatch_dispatch (receiver_id, received_at)
    WHERE status = 'ready_for_receiver';
-- only: sqlite
CREATE INDEX dispatch_dispatch_kept ON dispatch_dispatch (account_id, status_at, id) WHERE wrapped_key IS NOT NULL;
-- only: sqlite
CREATE INDEX dispatch_dispatch_print ON dispatch_dispatch (status_at) WHERE status = 'accepted';
-- only: sqlite
CREATE INDEX dispatch_dispatch_unread ON dispatch_dispatch (status_at) WHERE status = 'notified';

-- only: postgresql
DROP INDEX dispatch_dispatch_unfinished;
CREATE INDEX dispatch_dispatch_unfinished ON dispatch_dispatch (status, status_at)
    WHERE status IN ('received', 'accepted', 'ready_for_receiver', 'notified', 'sent_to_print',
                     'sent_to_digital_mailbox', 'sent_to_altinn');

-- Whether an account's letters may go to Altinn.
ALTER TABLE dispatch_account ADD COLUMN uses_altinn BIGINT NOT NULL DEFAULT 0 CHECK (uses_altinn IN (0, 1));

-- Letters that were, or may have been, handed over to Altinn; the dispatch's id is the mark that keeps each from being
-- taken twice.
CREATE TABLE dispatch_altinn_message (
    dispatch_id TEXT PRIMARY KEY REFERENCES dispatch_dispatch (id),
    -- Written before the first attempt: one whose end nobody saw is asked about before the next.
    begun_at BIGINT NOT NULL,
    -- Altinn's own id of it, once it is known.
    message_id TEXT CHECK (message_id <> ''),
    handed_over_at BIGINT,
    -- When Altinn is asked next what has become of it; nothing: not any more.
    ask_at BIGINT,
    CHECK ((message_id IS NULL) = (handed_over_at IS NULL)),
    CHECK (ask_at IS NULL OR message_id IS NOT NULL)
);
CREATE INDEX dispatch_altinn_message_ask ON dispatch_altinn_message (ask_at) WHERE ask_at IS NOT NULL;
