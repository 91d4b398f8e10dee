-- Digital post: who sends and who receives by machine, what was sent to whom, and what became of it.
CREATE TABLE dispatch_account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    organisation_id TEXT NOT NULL,
    -- So long the same title to the same recipient is taken for a repetition; 0: never.
    duplicate_window_s BIGINT NOT NULL CHECK (duplicate_window_s >= 0),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    opened_at BIGINT NOT NULL
);
CREATE INDEX dispatch_account_organisation ON dispatch_account (organisation_id);

CREATE TABLE dispatch_receiver (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    organisation_id TEXT NOT NULL,
    -- What is fetched is encrypted to this certificate (X.509, PEM).
    certificate TEXT NOT NULL CHECK (certificate <> ''),
    is_invented BIGINT NOT NULL CHECK (is_invented IN (0, 1)),
    opened_at BIGINT NOT NULL
);

-- Which post goes to a receiver: '' is every type, 0 every level. The most specific one wins.
CREATE TABLE dispatch_receiver_address (
    organisation_number TEXT NOT NULL CHECK (length(organisation_number) = 9),
    dispatch_type TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level IN (0, 3, 4)),
    receiver_id TEXT NOT NULL REFERENCES dispatch_receiver (id),
    PRIMARY KEY (organisation_number, dispatch_type, level)
);
CREATE INDEX dispatch_receiver_address_receiver ON dispatch_receiver_address (receiver_id);

-- Name and secret of a machine that logs in with HTTP Basic.
CREATE TABLE dispatch_credential (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    secret_hash TEXT NOT NULL CHECK (secret_hash <> ''),
    account_id TEXT REFERENCES dispatch_account (id),
    receiver_id TEXT REFERENCES dispatch_receiver (id),
    made_at BIGINT NOT NULL,
    CHECK ((account_id IS NULL) <> (receiver_id IS NULL))
);

CREATE TABLE dispatch_dispatch (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    status TEXT NOT NULL CHECK (status IN (
        'received', 'accepted', 'rejected', 'failed_in_reception', 'ready_for_receiver', 'notified', 'read',
        'sent_digitally', 'sent_to_print', 'printed', 'not_delivered', 'handled_manually')),
    status_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('undecided', 'receiver', 'mailbox', 'print', 'none')),
    receiver_id TEXT REFERENCES dispatch_receiver (id),
    dispatch_type TEXT NOT NULL,
    level BIGINT NOT NULL CHECK (level IN (3, 4)),
    is_digital_only BIGINT NOT NULL CHECK (is_digital_only IN (0, 1)),
    external_reference TEXT NOT NULL,
    -- Keyed hashes: of sender, recipient and title; and of everything that was sent.
    duplicate_digest BYTEA NOT NULL,
    content_digest BYTEA NOT NULL,
    -- What the sender told, sealed under the key of this dispatch, and that key, wrapped. Without it the content is
    -- gone for good.
    envelope BYTEA,
    wrapped_key BYTEA,
    -- What the receipt vouches for; stays when the content is gone.
    manifest BYTEA NOT NULL,
    received_event BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    CHECK ((envelope IS NULL) = (wrapped_key IS NULL)),
    CHECK ((channel = 'receiver') = (receiver_id IS NOT NULL))
);
CREATE INDEX dispatch_dispatch_account ON dispatch_dispatch (account_id, received_at);
CREATE INDEX dispatch_dispatch_reference ON dispatch_dispatch (account_id, external_reference, received_at);
CREATE INDEX dispatch_dispatch_duplicate ON dispatch_dispatch (duplicate_digest, received_at);
CREATE INDEX dispatch_dispatch_waiting ON dispatch_dispatch (receiver_id, received_at)
    WHERE status = 'ready_for_receiver';

-- To whom it is addressed, and whom it is shown to besides. Identity numbers stand here as keyed hashes only.
CREATE TABLE dispatch_recipient (
    dispatch_id TEXT NOT NULL REFERENCES dispatch_dispatch (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'address')),
    identity_hash BYTEA,
    organisation_number TEXT,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (dispatch_id, position),
    CHECK ((kind = 'person') = (identity_hash IS NOT NULL)),
    CHECK ((kind = 'organisation') = (organisation_number IS NOT NULL))
);
CREATE INDEX dispatch_recipient_person ON dispatch_recipient (identity_hash, received_at)
    WHERE identity_hash IS NOT NULL;
CREATE INDEX dispatch_recipient_organisation ON dispatch_recipient (organisation_number, received_at)
    WHERE organisation_number IS NOT NULL;

CREATE TABLE dispatch_document (
    dispatch_id TEXT NOT NULL REFERENCES dispatch_dispatch (id),
    position BIGINT NOT NULL,
    blob TEXT NOT NULL,
    -- Which of the keys derived from the dispatch's own it is sealed under.
    file_number BIGINT NOT NULL CHECK (file_number >= 0),
    bytes BIGINT NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (dispatch_id, position)
);

-- What happened to it, in order; nothing is changed or taken away here.
CREATE TABLE dispatch_happening (
    dispatch_id TEXT NOT NULL REFERENCES dispatch_dispatch (id),
    serial BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (dispatch_id, serial)
);
