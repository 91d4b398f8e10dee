-- The same content to several recipients in one request: a letter each, of one mailing.
CREATE TABLE dispatch_mailing (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES dispatch_account (id),
    sent_at BIGINT NOT NULL
);

CREATE TABLE dispatch_mailing_letter (
    mailing_id TEXT NOT NULL REFERENCES dispatch_mailing (id),
    position BIGINT NOT NULL CHECK (position >= 0),
    dispatch_id TEXT NOT NULL UNIQUE REFERENCES dispatch_dispatch (id),
    PRIMARY KEY (mailing_id, position)
);

-- Letters of a mailing share their files, each with the keys sealed under its own: a file goes when no letter holds it.
CREATE INDEX dispatch_document_shared ON dispatch_document (blob) WHERE wrapped_key IS NOT NULL;
